// What people say about one card or object: their reactions, and the conversations about it.
import { freeTree, MARK_WORDS } from '@masa/shared/board';
import type { Point } from '@masa/shared/core';
import { type BoardRecord, isCellPlace, type MarksOn } from '@masa/shared/document';
import { SIGNS, type Sign, toggleMark, writeComment } from '@masa/shared/objects';
import { MessageSquare } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardValue, useStore } from '../board/useStore.ts';
import type { Editor } from '../editor/Editor.ts';
import { useText } from '../ui/text.ts';
import { CommentThread } from './CommentThread.tsx';
import { MessageField } from './MessageField.tsx';
import './thread.css';

/** Who put which sign on an object; renders again with every change of it. */
export function useMarksOn(editor: Editor, id: string): MarksOn {
  const { marks } = editor.records;
  return useSyncExternalStore(
    (listener) => marks.onChange((ids) => ids.has(id) && listener()),
    () => marks.on(id),
  );
}

export function ObjectTalk({ record }: { readonly record: BoardRecord }) {
  return (
    <div className="talk">
      <Reactions record={record} />
      <Comments record={record} />
    </div>
  );
}

function Reactions({ record }: { readonly record: BoardRecord }) {
  const t = useText('free');
  const { open, language, place } = useBoard();
  const { editor } = open;
  const { id } = record;
  const marks = useMarksOn(editor, id);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const own = place.me.id;
  const toggle = (sign: Sign): void => void editor.perform(toggleMark(own, id, sign, marks.get(sign)?.has(own) ?? false));
  const there = SIGNS.filter((sign) => marks.has(sign));
  if (there.length === 0 && isReadOnly) return null;
  return (
    <fieldset className="talk-reactions" aria-label={t('reactions')}>
      {there.map((sign) => {
        const people = marks.get(sign);
        const count = people?.size ?? 0;
        return (
          <button
            key={sign}
            type="button"
            className="talk-reaction"
            aria-pressed={people?.has(own) ?? false}
            aria-disabled={isReadOnly || undefined}
            aria-label={t('reaction', { sign: MARK_WORDS[sign][language], count })}
            onClick={isReadOnly ? undefined : () => toggle(sign)}
          >
            {MARK_WORDS[sign][language]} <span className="figures">{count}</span>
          </button>
        );
      })}
      {!isReadOnly && (
        <select className="control talk-react" aria-label={t('react')} value="" onChange={(event) => toggle(event.target.value as Sign)}>
          <option value="" hidden>
            {t('react')}
          </option>
          {SIGNS.map((sign) => (
            <option key={sign} value={sign}>
              {MARK_WORDS[sign][language]}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

function Comments({ record }: { readonly record: BoardRecord }) {
  const t = useText('free');
  const { open } = useBoard();
  const { editor } = open;
  // Renders again when one comes or goes, not with every key that is pressed on the board.
  const threads = useBoardValue(editor, (board) =>
    freeTree(board)
      .about(record.id)
      .map((each) => each.record.id)
      .join(' '),
  );
  const isReadOnly = useStore(editor.readOnly) !== null;
  const [isOpen, setOpen] = useState(false);
  const comments = threads === '' ? [] : threads.split(' ');
  const send = (text: string, mentions: readonly string[]): boolean =>
    editor.perform(writeComment(editor.board(), { text, on: record.id, at: cornerOf(editor, record), mentions }, editor.context())).length > 0;
  if (comments.length === 0 && isReadOnly) return null;
  return (
    <details className="talk-comments" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <MessageSquare aria-hidden /> <span className="talk-words">{t('comments', { count: comments.length })}</span>
        {comments.length > 0 && (
          <span className="talk-count figures" aria-hidden>
            {comments.length}
          </span>
        )}
      </summary>
      {isOpen && (
        <>
          {comments.map((id) => (
            <CommentThread key={id} id={id} />
          ))}
          {!isReadOnly && <MessageField label={t('yourComment')} onSend={send} />}
        </>
      )}
    </details>
  );
}

/** The upper right corner of a card or object, where its pins stand. */
function cornerOf(editor: Editor, { id, place }: BoardRecord): Point {
  const box = editor.records.placement().cards.get(id)?.box ?? editor.records.free().get(id)?.box;
  if (box) return { x: box.x + box.w, y: box.y };
  return isCellPlace(place) ? { x: 0, y: 0 } : { x: place.box[0] + place.box[2], y: place.box[1] };
}
