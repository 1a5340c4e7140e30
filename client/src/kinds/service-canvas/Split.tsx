// Beside "one diagram, one service": gives every service but the first a board of its own. Boards are the facilitators' to make; whoever
// may not is told so. All of it is done or nothing: where something fails, the boards made so far are taken away again. Once, however
// often and by however many it is pressed at the same moment.
import { binCards, isCarriable } from '@masa/shared/board';
import { fail, LIMITS, ok } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import { type NewDiagram, splitIntoDiagrams } from '@masa/shared/kinds/service-canvas';
import { useState } from 'react';
import { type BoardContext, useBoard } from '../../board/boardContext.ts';
import type { OpenBoard } from '../../openBoard.ts';
import { useAction } from '../../pages/useAction.ts';
import { api, type Reply } from '../../session/api.ts';
import { thread } from '../../session/thread.ts';
import { addressOf } from '../../thread/boards.ts';
import { useIsConnected, whenSaved } from '../../thread/connected.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';

type Carrying = { readonly id: string; readonly as: string };

/** A card that goes along, and the id of its copy. */
const carryingOf = (edit: Edit): Carrying | undefined =>
  edit.do === 'create' ? { id: (edit.facets.origin as { readonly object: string }).object, as: edit.id } : undefined;

interface Made {
  readonly board: string;
  readonly title: string;
  /** Its service: the card here, and the copy there, for the way to it. */
  readonly service: Carrying | undefined;
}

type Source = Pick<BoardContext, 'open' | 'place' | 'language'>;

/** Makes one board, with its cards. `made` is told the board as soon as there is one, whatever comes after it. */
async function make({ open, place, language }: Source, diagram: NewDiagram, made: (one: Made) => void): Promise<Reply<readonly string[]>> {
  const here = open.editor.board();
  const cards = diagram.edits.flatMap((edit) => {
    const card = carryingOf(edit);
    const record = card && here.get(card.id);
    return card && record && isCarriable(here, record) ? [card] : [];
  });
  const title = diagram.title.trim().slice(0, LIMITS.titleMax);
  const { template, groupId, authorship } = place.board;
  const board = await api.createBoard(place.workshop.id, { template, ...(groupId === null ? {} : { groupId }), ...(title === '' ? {} : { title }) });
  if (!board.ok) return board;
  const { id } = board.value;
  made({ board: id, title, service: cards.find((card) => here.get(card.id)?.text.trim() === diagram.title.trim()) });
  if (authorship !== 'named') {
    const hidden = await api.setAuthorship(id, authorship);
    if (!hidden.ok) return hidden;
  }
  for (let at = 0; at < cards.length; at += LIMITS.carriedMax) {
    const carried = await thread.carry(place.board.id, { cards: cards.slice(at, at + LIMITS.carriedMax), to: id, language });
    if (!carried.ok) return fail(carried.error);
  }
  return ok(cards.map((card) => card.id));
}

/** Makes all boards, or none. Resolves with them and with the cards that are on them now. */
async function makeAll(
  source: Source,
  diagrams: readonly NewDiagram[],
): Promise<Reply<{ readonly boards: readonly Made[]; readonly cards: Set<string> }>> {
  const boards: Made[] = [];
  const cards = new Set<string>();
  for (const diagram of diagrams) {
    const there = await make(source, diagram, (one) => void boards.push(one));
    if (!there.ok) {
      for (const { board } of boards) await api.deleteBoard(source.place.workshop.id, board);
      return there;
    }
    for (const id of there.value) cards.add(id);
  }
  return ok({ boards, cards });
}

/** Splits as far apart as this were meant, each for itself. */
const SAME_MOMENT_MS = 60_000;

interface Rival {
  readonly href: string;
  readonly title: string;
}

/**
 * What somebody else made of the same service at the same moment, where theirs stays: whose copy came first, by the server's clock, and of
 * two at once the one with the smaller board id. Both look after their own copies are durable, so the later one finds the earlier.
 */
async function earlierRival({ place, language }: Source, { board, service }: Made): Promise<Rival | undefined> {
  if (!service) return undefined;
  const followed = await thread.follow(place.board.id, service.id, language);
  // Unanswered: what was made is made, and a board too many is better than cards without one.
  const copies = followed.ok ? followed.value.cards.filter(({ depth, link, state }) => depth === 1 && link === null && state === 'here') : [];
  const own = copies.find((copy) => copy.board?.id === board);
  const since = own?.at ?? null;
  if (since === null) return undefined;
  for (const { board: other, object, at } of copies) {
    if (!other || at === null || other.id === board || other.kind !== own?.board?.kind || other.title !== own.board.title) continue;
    const isFirst = at < since || (at === since && other.id < board);
    if (isFirst && since - at <= SAME_MOMENT_MS) return { href: addressOf(other.id, object ?? undefined), title: other.title };
  }
  return undefined;
}

/** Boards that are being split from this page: each check has its own button, and all of them mean the same. */
const splitting = new WeakSet<OpenBoard>();

export default function Split() {
  const t = useText('thread');
  const { open, place, language, tell } = useBoard();
  const { editor } = open;
  const isConnected = useIsConnected(open);
  const action = useAction();
  const [isLate, setLate] = useState(false);
  const isStaff = place.me.role === 'organiser' || place.me.role === 'facilitator';

  const once = async (): Promise<void> => {
    if (splitting.has(open)) return;
    splitting.add(open);
    try {
      await split();
    } finally {
      splitting.delete(open);
    }
  };

  const split = async (): Promise<void> => {
    if (!isStaff) {
      tell(t('splitByStaff'));
      return;
    }
    const { diagrams, here } = splitIntoDiagrams(editor.board(), place.board.id, editor.context());
    if (diagrams.length === 0) {
      tell(t('splitLocked'));
      return;
    }
    setLate(false);
    // The server copies what it has.
    if (!(await whenSaved(open))) {
      setLate(true);
      return;
    }
    await action.run(async () => {
      const all = await makeAll({ open, place, language }, diagrams);
      if (!all.ok) return all;
      const { boards, cards } = all.value;
      const [first] = boards;
      const rival = first && (await earlierRival({ open, place, language }, first));
      if (rival) {
        for (const { board } of boards) await api.deleteBoard(place.workshop.id, board);
        tell(t('splitByOther'), { href: rival.href, label: t('openBoard', { board: rival.title }) });
        return all;
      }
      const gone = here.map(({ id }) => id).filter((id) => cards.has(id));
      editor.perform(binCards(editor.board(), gone, editor.context()));
      if (first)
        tell(t('splitDone', { count: boards.length }), {
          href: addressOf(first.board, first.service?.as),
          label: t('openBoard', { board: first.title }),
        });
      return all;
    });
  };

  return (
    <>
      <Button busy={action.busy} disabled={isStaff && !isConnected} onClick={() => void once()}>
        {t('split')}
      </Button>
      {isStaff && !isConnected && <p className="field-hint">{t('offline')}</p>}
      {isLate && <Notice tone="warning">{t('unsaved')}</Notice>}
      {action.failure && (
        <Notice tone="failure">
          {action.failure} {t('splitFailed')}
        </Notice>
      )}
    </>
  );
}
