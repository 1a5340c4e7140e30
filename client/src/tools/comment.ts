// The comment: a press opens the conversation that is pinned there, or begins one about the object or the place. Nothing is made before
// its first words.
import { clicking } from './pointing.ts';
import { standby } from './pressing.ts';
import { createMachine, type Down, type Hit, type Tool, type ToolHost } from './tool.ts';

export function createCommentTool(host: ToolHost): Tool {
  const { editor } = host;

  const open = (down: Down, { free, card }: Hit): void => {
    if (free?.record.type === 'comment') {
      editor.toolbox.done();
      host.openComment(free.id);
    } else if (editor.readOnly.get() === null) {
      editor.toolbox.done();
      host.openComment({ at: down.at, on: free?.id ?? card?.id ?? '' });
    }
  };

  const idle = standby(host, {
    cursor: 'copy',
    onlyReads: true,
    press(down) {
      const hit = host.hit(down.at);
      return clicking(
        host,
        down,
        () => open(down, hit),
        () => idle,
      );
    },
  });
  return createMachine('comment', idle);
}
