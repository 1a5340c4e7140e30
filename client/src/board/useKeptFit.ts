// The sheet goes on filling the width when a drawer opens or the window changes, as long as nobody has chosen another view and it stays
// readable; and what a drawer is about stays in sight.
import { useEffect } from 'react';
import type { Editor } from '../editor/Editor.ts';

const MARGIN = 16;
const LARGEST = 1.25;
/** Below this zoom a sheet is an overview and no longer to be read. */
const READABLE = 0.7;

export function useKeptFit(editor: Editor, card: string | null): void {
  useEffect(() => {
    const { camera, records } = editor;
    const zoomAt = (width: number): number => Math.min(LARGEST, (width - 2 * MARGIN) / records.placement().size.w);
    let width = camera.viewport.get().w;
    return camera.viewport.subscribe(() => {
      const before = width;
      width = camera.viewport.get().w;
      // A board without a sheet has no width to keep.
      if (records.placement().size.w === 0) return;
      const { y, zoom } = camera.view.get();
      const next = zoomAt(width);
      if (before === width || Math.abs(zoom - zoomAt(before)) > 0.005 || next < READABLE) return;
      camera.fitWidth({ x: 0, y: 0, ...records.placement().size }, MARGIN, LARGEST);
      camera.view.set({ ...camera.view.get(), y });
    });
  }, [editor]);

  useEffect(() => {
    if (card === null) return;
    // After the drawer has taken its room.
    const frame = requestAnimationFrame(() => {
      const placed = editor.records.placement().cards.get(card);
      if (placed) editor.camera.reveal(placed.box, 48);
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, card]);
}
