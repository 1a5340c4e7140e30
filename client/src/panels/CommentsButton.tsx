// Opens the conversations of the board and says how many have something new.
import { MessageCircle } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { unreadThreads } from './threads.ts';
import { useThreads } from './useThreads.ts';
import './together.css';

export default function CommentsButton() {
  const t = useText('together');
  const { panel, show } = useBoard();
  const { threads, seen, self } = useThreads();
  const count = unreadThreads(threads, seen, self).length;
  const isOpen = panel?.of === 'comments';
  const label = t('commentsButton', { count });
  return (
    <Button look="quiet" title={label} aria-pressed={isOpen} onClick={() => show(isOpen ? null : { of: 'comments' })}>
      <MessageCircle aria-hidden />
      {count > 0 && (
        <span className="unread-count figures" aria-hidden="true">
          {count}
        </span>
      )}
      <span className="visually-hidden">{label}</span>
    </Button>
  );
}
