// One end of an arrow in the hand: it is attached anew where it is let go.
import { connectorLooks, isLocked } from '@masa/shared/objects';
import { attachmentAt } from './attaching.ts';
import { createScroller } from './scrolling.ts';
import type { Down, State, ToolHost } from './tool.ts';

/** @param to the state after the end is let go. */
export function draggingEnd(host: ToolHost, down: Down, id: string, which: 'start' | 'end', to: () => State): State {
  const { editor } = host;
  const { gestures, camera } = editor;
  const record = editor.records.projection.get(id);
  if (record?.type !== 'connector' || isLocked(record) || record.gone !== null || editor.readOnly.get() !== null) return to();
  const other = connectorLooks(record)[which === 'start' ? 'end' : 'start'].on;
  const scroller = createScroller(camera, down.screen);
  let screen = down.screen;

  const show = (): void => {
    const { end, aim } = attachmentAt(host, camera.toBoard(screen), other);
    host.aim(aim);
    // As others see the arrow now, with one end elsewhere.
    const now = editor.records.projection.get(id) ?? record;
    gestures.own.set({ kind: 'preview', records: [{ ...now, fields: { ...now.fields, [which]: end } }] });
  };

  return {
    name: 'dragging-end',
    cursor: 'crosshair',
    on(input) {
      if (editor.readOnly.get() !== null) return to();
      if (input.do === 'move') {
        screen = input.screen;
        show();
      }
      if (input.do === 'tick' && scroller(screen, input.elapsedMs)) show();
      if (input.do === 'up') {
        const { end } = attachmentAt(host, input.at, other);
        gestures.own.set(null);
        if (editor.records.projection.get(id)?.lock === null) editor.perform([{ do: 'set', id, facet: which, value: end }]);
        return to();
      }
      return input.do === 'cancel' ? to() : undefined;
    },
    leave() {
      host.aim(null);
      gestures.own.set(null);
    },
  };
}
