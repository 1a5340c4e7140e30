// The few Konva nodes of a board: a stage with two layers, each with one shape that the scene paints. They are made once and never
// change, so no reconciler keeps them: react-konva's is a second copy of React's, 41 kB of script for these five nodes.
import { Konva } from 'konva/lib/Global';
import { Layer } from 'konva/lib/Layer';
import { Shape } from 'konva/lib/Shape';
import { Stage } from 'konva/lib/Stage';
import type { LayerName } from './scene.ts';

// Nothing is painted behind the scene's back.
Konva.autoDrawEnabled = false;

export interface KonvaLayers {
  readonly layers: Readonly<Record<LayerName, Layer>>;
  /** CSS pixels. Emptied canvases stay empty until the scene paints. */
  resize(width: number, height: number): void;
  dispose(): void;
}

export function createKonvaLayers(container: HTMLDivElement, draw: (layer: LayerName, context: CanvasRenderingContext2D) => void): KonvaLayers {
  const stage = new Stage({ container, width: 1, height: 1, listening: false });
  const layer = (name: LayerName): Layer => {
    const made = new Layer({ listening: false, clearBeforeDraw: false });
    made.add(new Shape({ listening: false, perfectDrawEnabled: false, sceneFunc: (context) => draw(name, context._context) }));
    stage.add(made);
    return made;
  };
  return {
    layers: { board: layer('board'), live: layer('live') },
    resize: (width, height) => void stage.size({ width, height }),
    dispose: () => void stage.destroy(),
  };
}
