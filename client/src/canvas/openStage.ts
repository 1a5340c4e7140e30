// What lives while a stage is on the screen: scene, writer, tools and listeners, wired to one another. Made when the canvases exist,
// disposed with them.
import { SHEET, type Target } from '@masa/shared/board';
import { type Point, type Unsubscribe, wrap } from '@masa/shared/core';
import type { Layer } from 'konva/lib/Layer';
import type { Editor } from '../editor/Editor.ts';
import type { BoardInput } from '../editor/input.ts';
import { type ActionHost, createActions } from '../tools/actions.ts';
import { createHandTool } from '../tools/hand.ts';
import { createSelectTool } from '../tools/select.ts';
import type { Tool } from '../tools/tool.ts';
import type { KindView } from './KindView.ts';
import { createKeyboard, type Keyboard } from './keyboard.ts';
import type { StageLabels } from './labels.ts';
import { listenToPointers } from './pointers.ts';
import { createScene, type LayerName, type Scene, type Surface } from './scene.ts';
import { createMeasure } from './typesetting.ts';
import { createWriter, type Writer } from './writer.ts';

export interface StageEvents {
  readonly onOpenCard: (id: string) => void;
  /** A text that is more than one card. `keepAsOne` puts it into the field that is open, if one is. */
  readonly onPaste: (text: string, target: Target, keepAsOne?: (text: string) => void) => void;
  readonly onMoveTo?: (ids: readonly string[]) => void;
  /** Asked before more cards than `LIMITS.deleteConfirm` go to the bin; without it they go. */
  readonly onConfirmDelete?: (count: number) => Promise<boolean>;
  readonly onHelp?: () => void;
  /** Where the pointer is, for presence. */
  readonly onPoint?: (at: Point | null) => void;
  /** After each frame that painted, for measuring. */
  readonly onFrame?: (painted: readonly LayerName[]) => void;
}

export interface StageParts {
  readonly root: HTMLElement;
  readonly canvases: HTMLElement;
  readonly surface: HTMLElement;
  readonly layers: Readonly<Record<LayerName, Layer>>;
  readonly props: () => StageEvents & { readonly labels: StageLabels };
}

export interface OpenStage {
  readonly scene: Scene;
  readonly writer: Writer;
  readonly keyboard: Keyboard;
  readonly tool: Tool;
  take(name: 'select' | 'hand'): void;
  /** @param byKeyboard the focus came by Tab: the keyboard then stands in the first cell. */
  focus(focused: boolean, byKeyboard: boolean): void;
  dispose(): void;
}

const surfaceOf = (layer: Layer): Surface => ({
  paint: () => void layer.drawScene(),
  show(visible) {
    layer.getNativeCanvasElement().style.visibility = visible ? 'visible' : 'hidden';
  },
  ratio: (pixels) => layer.getCanvas().setPixelRatio(pixels),
});

export function openStage(editor: Editor, view: KindView, { root, canvases, surface, layers, props }: StageParts): OpenStage {
  const { selection, records, camera } = editor;
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
  const measure = createMeasure(SHEET.cardText);
  const writer = createWriter(editor, (text, width) => wrap(text, width, measure).length);
  const scene = createScene(editor, {
    view,
    labels: () => props().labels,
    surfaces: { board: surfaceOf(layers.board), live: surfaceOf(layers.live) },
    shift(dx, dy, scale) {
      canvases.style.transform = `translate(${dx}px, ${dy}px)${scale === 1 ? '' : ` scale(${scale})`}`;
    },
    reducedMotion: () => stillness.matches,
    devicePixelRatio: () => window.devicePixelRatio,
    onFrame: (painted) => props().onFrame?.(painted),
  });
  const host: ActionHost = {
    editor,
    hit(at) {
      const index = scene.index();
      return { card: index.cardAt(at) ?? null, cell: index.cellAt(at) ?? null };
    },
    cardsIn: (box) => scene.index().cardsIn(box),
    endWriting: () => writer.end(),
    write: (id, typed) => void writer.open(id, typed),
    writeNew: (target, typed) => void writer.openNew(target, typed),
    hover: (id) => scene.hover(id),
    openCard: (id) => props().onOpenCard(id),
    confirmDelete: (count) => props().onConfirmDelete?.(count) ?? Promise.resolve(true),
    moveTo: (ids) => props().onMoveTo?.(ids),
    help: () => props().onHelp?.(),
  };
  const tools = { select: createSelectTool(host), hand: createHandTool(host) };
  let tool: Tool = tools.select;
  const send = (input: BoardInput): void => {
    tool.handle(input);
    if (surface.style.cursor !== tool.cursor) surface.style.cursor = tool.cursor;
  };
  const pointers = listenToPointers({
    surface,
    root,
    camera,
    send,
    onPoint(at) {
      if (!at) scene.hover(null);
      props().onPoint?.(at);
    },
  });
  const keyboard = createKeyboard({
    editor,
    writer,
    act: createActions(host),
    space: (isDown) => send({ do: 'space', isDown }),
    cancelGesture() {
      if (tool.path.endsWith('.idle')) return false;
      pointers.cancel();
      return true;
    },
    onPaste: (text, target) => props().onPaste(text, target),
  });
  if (camera.view.get().zoom === 1 && camera.view.get().x === 0 && camera.view.get().y === 0) {
    camera.fitWidth({ x: 0, y: 0, ...records.placement().size });
  }
  const stops: Unsubscribe[] = [];
  if ('fonts' in document) {
    const repaint = (): void => scene.invalidate();
    document.fonts.addEventListener('loadingdone', repaint);
    stops.push(() => document.fonts.removeEventListener('loadingdone', repaint));
  }

  return {
    scene,
    writer,
    keyboard,
    get tool() {
      return tool;
    },
    take(name) {
      tool.handle({ do: 'cancel' });
      tool = tools[name];
      surface.style.cursor = tool.cursor;
    },
    focus(focused, byKeyboard) {
      scene.focus(focused);
      if (!focused) send({ do: 'space', isDown: false });
      if (!focused || !byKeyboard || selection.get().cell !== null) return;
      const [first] = [...records.placement().cells].sort((a, b) => a.cell.order - b.cell.order);
      if (first && writer.field.get() === null) selection.at(first.id);
    },
    dispose() {
      tool.handle({ do: 'cancel' });
      for (const stop of stops) stop();
      pointers.dispose();
      scene.dispose();
      writer.dispose();
    },
  };
}
