// Conversations on the board: open ones first, resolved ones folded. Each says what it is about and leads there. A new one is a draft
// beside them and exists when its first message is sent.
import { oneLine } from '@masa/shared/board';
import { createId } from '@masa/shared/core';
import { isCellPlace } from '@masa/shared/document';
import { nameOfObject, writeComment } from '@masa/shared/objects';
import { ChevronDown, ChevronRight, Crosshair } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Conversation, useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { useText } from '../ui/text.ts';
import { CommentThread } from './CommentThread.tsx';
import { MessageField } from './MessageField.tsx';
import { revealObject } from './revealObject.ts';
import { type Thread, unreadIn } from './threads.ts';
import { useThreads } from './useThreads.ts';
import './together.css';

const TEXT_MAX = 80;

type Draft = Exclude<Conversation, string>;

export default function CommentsPanel({ about }: { readonly about?: Conversation }) {
  const t = useText('together');
  const { open, show } = useBoard();
  const isReadOnly = useStore(open.editor.readOnly) !== null;
  const { threads } = useThreads();
  const [asked, setAsked] = useState(about);
  const [opened, setOpened] = useState<string | null>(typeof about === 'string' ? about : null);
  // Asked for another one: that one is opened.
  if (asked !== about) {
    setAsked(about);
    if (about !== undefined) setOpened(typeof about === 'string' ? about : null);
  }
  const draft = typeof about === 'object' && !isReadOnly ? about : null;
  const [unresolved, resolved] = [threads.filter((thread) => !thread.isResolved), threads.filter((thread) => thread.isResolved)];
  const lineOf = (thread: Thread) => (
    <ThreadLine
      key={thread.id}
      thread={thread}
      isOpen={thread.id === opened}
      isAsked={thread.id === about}
      onToggle={() => setOpened(thread.id === opened ? null : thread.id)}
    />
  );
  return (
    <>
      {draft && (
        <NewThread
          key={`${draft.on} ${draft.at.x} ${draft.at.y}`}
          draft={draft}
          onDone={(id) => show(id === null ? { of: 'comments' } : { of: 'comments', about: id })}
        />
      )}
      {unresolved.length > 0 && <ul className="threads">{unresolved.map(lineOf)}</ul>}
      {threads.length === 0 && !draft && <p className="quiet-text">{t('noComments')}</p>}
      {resolved.length > 0 && (
        <details className="threads-resolved" {...(resolved.some(({ id }) => id === opened) ? { open: true } : {})}>
          <summary>{t('resolvedThreads', { count: resolved.length })}</summary>
          <ul className="threads">{resolved.map(lineOf)}</ul>
        </details>
      )}
    </>
  );
}

/** What a conversation is about, in words; and how to get there. */
function useAbout(on: string): { readonly text: string; readonly isThere: boolean } {
  const t = useText('together');
  const { open, language } = useBoard();
  const board = useBoardReader(open.editor);
  if (on === '') return { text: t('aboutPlace'), isThere: true };
  const name = nameOfObject(board, on, language);
  return name === '' ? { text: t('aboutGone'), isThere: false } : { text: name, isThere: true };
}

function About({ thread }: { readonly thread: Thread }) {
  const t = useText('together');
  const { open, isSmall, show } = useBoard();
  const { editor } = open;
  const { text, isThere } = useAbout(thread.on);
  const place = editor.board().get(thread.on)?.place;
  const isCard = place !== undefined && isCellPlace(place);
  // Without a canvas only cards have a place of their own to be shown in.
  if (!isThere || (isSmall && !isCard)) return <p className="quiet-text">{t('about', { text })}</p>;
  return (
    <button
      type="button"
      className="link-button thread-about"
      aria-label={t('showAbout', { text })}
      onClick={() => (isSmall ? show({ of: 'card', id: thread.on }) : revealObject(editor, thread.on === '' ? thread.id : thread.on))}
    >
      <Crosshair aria-hidden /> {text}
    </button>
  );
}

interface LineProps {
  readonly thread: Thread;
  readonly isOpen: boolean;
  /** The panel was opened for it. */
  readonly isAsked: boolean;
  readonly onToggle: () => void;
}

function ThreadLine({ thread, isOpen, isAsked, onToggle }: LineProps) {
  const t = useText('together');
  const { seen, store, self } = useThreads();
  const line = useRef<HTMLButtonElement>(null);
  const unread = unreadIn(thread, seen, self).length;
  const { text } = useAbout(thread.on);
  const { comment, replies } = thread;
  useEffect(() => {
    if (!isAsked) return;
    line.current?.scrollIntoView({ block: 'nearest' });
    line.current?.focus({ preventScroll: true });
  }, [isAsked]);
  useEffect(() => {
    if (isOpen && document.visibilityState !== 'hidden') store.see(thread);
  }, [isOpen, thread, store]);
  return (
    <li className={unread > 0 ? 'thread-line unread' : 'thread-line'}>
      <button ref={line} type="button" className="thread-open" aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        <span>
          <span className="quiet-text thread-on">{text}</span>
          <span className="thread-first">
            <strong>{comment.author.name || t('somebody')}</strong> {oneLine(comment.text, TEXT_MAX)}
          </span>
          <span className="quiet-text">
            {t('messages', { count: replies.length + 1 })}
            {unread > 0 && <strong className="thread-unread"> {t('unread', { count: unread })}</strong>}
          </span>
        </span>
      </button>
      {isOpen && (
        <div className="thread-body">
          <About thread={thread} />
          <CommentThread id={thread.id} />
        </div>
      )}
    </li>
  );
}

/** @param onDone the id of what began; null = nothing did */
function NewThread({ draft, onDone }: { readonly draft: Draft; readonly onDone: (id: string | null) => void }) {
  const t = useText('together');
  const { open } = useBoard();
  const { editor } = open;
  const { text: about } = useAbout(draft.on);
  const begin = (text: string, mentions: readonly string[]): boolean => {
    const id = createId();
    const { on, at } = draft;
    if (editor.perform(writeComment(editor.board(), { id, text, on, at, mentions }, editor.context())).length === 0) return false;
    onDone(id);
    return true;
  };
  return (
    <section className="new-thread" aria-label={t('newComment')}>
      <h3>{t('newComment')}</h3>
      <p className="quiet-text">{t('about', { text: about })}</p>
      <MessageField label={t('commentField')} onSend={begin} onCancel={() => onDone(null)} isFirst />
    </section>
  );
}
