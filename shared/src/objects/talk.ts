// Conversations as named intentions: a comment about something, replies to it. Pure, as all commands.
import { type BoardReader, type CommandContext, origin } from '../board/index.ts';
import { createId, isBlank, type Point } from '../core/index.ts';
import { type Edit, FACET } from '../document/index.ts';
import { createObjects, freePlace } from './commands.ts';
import { COMMENT_SIDE } from './place.ts';

export interface NewComment {
  readonly text: string;
  /** The object it is about; empty = the place alone. */
  readonly on: string;
  /** What its pin points at if it is about a place, or once what it is about is gone. Board units. */
  readonly at: Point;
  /** Participants named in it. */
  readonly mentions?: readonly string[];
  readonly id?: string;
}

/** Begins a conversation. A blank text begins none. */
export function writeComment(
  board: BoardReader,
  { text, on, at, mentions = [], id = createId() }: NewComment,
  context: CommandContext,
): readonly Edit[] {
  if (isBlank(text)) return [];
  // The tail of the bubble, its lower left corner, points at the place.
  const place = freePlace({ x: at.x, y: at.y - COMMENT_SIDE, w: COMMENT_SIDE, h: COMMENT_SIDE });
  return createObjects(board, [{ id, type: 'comment', place, text: text.trim(), looks: { on, mentions } }], context);
}

/** Answers a comment. A reply has no place: it is part of its comment. */
export function writeReply(of: string, text: string, context: CommandContext, mentions: readonly string[] = []): readonly Edit[] {
  if (isBlank(text)) return [];
  return [
    {
      do: 'create',
      id: createId(),
      type: 'reply',
      place: { box: [0, 0, 0, 0], rot: 0 },
      text: text.trim(),
      facets: { [FACET.author]: context.author, [FACET.created]: context.now, [FACET.origin]: origin('typed'), of, mentions },
    },
  ];
}
