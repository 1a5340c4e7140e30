// One conversation: the comment, its replies, a field to answer, and whether it is settled. Outline, details and the comments panel show
// conversations with this.
import { freeTree, oneLine } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { commentLooks, resolve, writeReply } from '@masa/shared/objects';
import { Check, Trash2 } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { MessageField } from './MessageField.tsx';
import { MessageText } from './MessageText.tsx';
import './together.css';

const TEXT_MAX = 40;

/** @param id of the comment */
export function CommentThread({ id }: { readonly id: string }) {
  const t = useText('free');
  const board = useText('board');
  const { open } = useBoard();
  const { editor } = open;
  const reader = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const comment = reader.get(id);
  if (!comment || comment.gone !== null || comment.type !== 'comment') return null;
  const { resolved } = commentLooks(comment);
  const messages = [
    comment,
    ...freeTree(reader)
      .about(id)
      .map(({ record }) => record),
  ];

  return (
    <section className="thread" aria-label={t('thread', { text: oneLine(comment.text, TEXT_MAX) })}>
      <ol className="thread-messages">
        {messages.map((record, at) => (
          <Message
            key={record.id}
            record={record}
            remove={at === 0 ? t('deleteComment') : t('deleteReply', { text: oneLine(record.text, TEXT_MAX) })}
          />
        ))}
      </ol>
      {resolved && (
        <p className="thread-resolved">
          <Check aria-hidden /> {t('resolvedBy', { name: resolved.name || board('somebody') })}
        </p>
      )}
      {!isReadOnly && (
        <>
          {!resolved && (
            <MessageField
              label={t('yourReply')}
              onSend={(text, mentions) => editor.perform(writeReply(id, text, editor.context(), mentions)).length > 0}
            />
          )}
          <Button look="quiet" onClick={() => void editor.perform(resolve(id, resolved === null, editor.context()))}>
            {t(resolved ? 'reopen' : 'resolve')}
          </Button>
        </>
      )}
    </section>
  );
}

/** Who said what when. People take back their own words, facilitators anybody's. */
function Message({ record, remove }: { readonly record: BoardRecord; readonly remove: string }) {
  const t = useText('board');
  const { open, language, place, bin } = useBoard();
  const isReadOnly = useStore(open.editor.readOnly) !== null;
  const { author, created } = record;
  const mayRemove = !isReadOnly && (author.id === place.me.id || open.editor.context().isStaff === true);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: place.workshop.timeZone });
  return (
    <li className="message">
      <p className="message-by">
        <strong>{author.name || t('somebody')}</strong> {author.library !== '' && <span className="quiet-text">{author.library} </span>}
        {created > 0 && (
          <time className="quiet-text" dateTime={new Date(created).toISOString()}>
            {time.format(created)}
          </time>
        )}
      </p>
      <MessageText message={record} />
      {mayRemove && (
        <Button look="quiet" label={remove} onClick={() => bin([record.id])}>
          <Trash2 aria-hidden />
        </Button>
      )}
    </li>
  );
}
