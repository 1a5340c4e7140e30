// The composition root of one open board: document, editor, live session and presence, put together in one place and taken apart in
// one place. Pages call this and nothing below it.
import type { BoardKind, CommandContext, Template, Typesetting } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import * as Y from 'yjs';
import { createEditor, type Editor } from './editor/Editor.ts';
import { createFollowing, type Following } from './editor/following.ts';
import { type BoardSession, createBoardSession } from './session/BoardSession.ts';
import { createDrafts, type Drafts } from './session/offlineAside.ts';
import { createPresence, type Presence } from './session/presence.ts';
import type { Ticket } from './session/provider.ts';

export interface OpenBoardOptions {
  readonly boardId: string;
  readonly kind: BoardKind;
  readonly template: Template;
  /** Who works here, as far as the board shows it: stands on every card they make. */
  readonly person: CommandContext['author'];
  /** Whom the server knows here; absent: the person's id. */
  readonly self?: string;
  /** A facilitator: opens facilitators' locks. */
  readonly isStaff?: boolean;
  readonly language: Language;
  readonly measure: Typesetting;
  /** Server time, ms. */
  readonly now: () => number;
  readonly ticket: () => Promise<Ticket>;
  /** e.g. `wss://masa.example/sync` */
  readonly url: string;
  /** Objects on the board this person may change, where it is not all of them. */
  readonly mayChange?: (id: string) => boolean;
  /** Nothing of a private board is kept on the device. */
  readonly isPrivate?: boolean;
  /** A clock that only runs forward, ms. */
  readonly elapsed?: () => number;
  readonly WebSocket?: typeof WebSocket;
  readonly random?: () => number;
}

export interface OpenBoard {
  readonly editor: Editor;
  readonly session: BoardSession;
  readonly presence: Presence;
  readonly following: Following;
  readonly drafts: Drafts;
  readonly dispose: () => void;
}

export function openBoard(options: OpenBoardOptions): OpenBoard {
  const { person, now } = options;
  const isPrivate = options.isPrivate ?? false;
  const self = options.self ?? person.id;
  const doc = new Y.Doc({ guid: options.boardId });
  const editor = createEditor({
    doc,
    kind: options.kind,
    template: options.template,
    language: options.language,
    measure: options.measure,
    // Instants in documents are whole milliseconds; a measured clock has fractions.
    context: () => ({ author: person, me: self, now: Math.round(now()), isStaff: options.isStaff ?? false }),
  });
  const session = createBoardSession({ ...options, doc, isPrivate, personId: self });
  const presence = createPresence(session.awareness, editor, self);
  const following = createFollowing({
    camera: editor.camera,
    peers: editor.gestures.peers,
    self,
    tell: presence.follow,
    frame(callback) {
      const id = requestAnimationFrame(callback);
      return () => cancelAnimationFrame(id);
    },
    now: () => performance.now(),
    isStill: () => window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  let isDisposed = false;
  return {
    editor,
    session,
    presence,
    following,
    drafts: isPrivate ? createDrafts(session.name, null) : createDrafts(session.name),
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      following.dispose();
      presence.dispose();
      session.dispose();
      editor.dispose();
      doc.destroy();
    },
  };
}

/** The socket address of the server this page came from. */
export const syncUrl = (page: Pick<Location, 'protocol' | 'host'> = location): string =>
  `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/sync`;
