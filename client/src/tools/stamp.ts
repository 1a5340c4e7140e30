// The stamp. On an object it puts this person's reaction, or takes it away again; on paper it leaves a stamp of its own.
import { selfOf } from '@masa/shared/board';
import { createObjects, toggleMark } from '@masa/shared/objects';
import { boxAround, newObject, sizeOf } from './newObjects.ts';
import { clicking } from './pointing.ts';
import { make, standby } from './pressing.ts';
import { createMachine, type Down, type Hit, type Tool, type ToolHost } from './tool.ts';

export function createStampTool(host: ToolHost): Tool {
  const { editor } = host;

  /** What is reacted to; stamps lie beside each other and on each other. */
  const objectAt = ({ free, card }: Hit): string | undefined => (free?.record.type === 'stamp' ? undefined : (free?.id ?? card?.id));

  const stamp = (down: Down, on: string | undefined): void => {
    const next = editor.toolbox.next.get();
    if (on === undefined) {
      make(host, createObjects(editor.board(), [newObject('stamp', boxAround(down.at, sizeOf('stamp', next)), next)], editor.context()));
      return;
    }
    const me = selfOf(editor.context());
    const isOn = editor.records.marks.on(on).get(next.sign)?.has(me) ?? false;
    editor.perform(toggleMark(me, on, next.sign, isOn));
    editor.toolbox.done();
  };

  const idle = standby(host, {
    cursor: 'copy',
    press(down) {
      const on = objectAt(host.hit(down.at));
      return clicking(
        host,
        down,
        () => stamp(down, on),
        () => idle,
      );
    },
  });
  return createMachine('stamp', idle);
}
