// The star: "say this in plenary". Few cards carry it; who wants one more is asked which of the others gives way.
import { STARS_MAX, star, starsOf } from '@masa/shared/board';
import { chosenCards } from '../editor/arrangement.ts';
import type { Editor } from '../editor/Editor.ts';
import { type Command, type CommandHost, first, needsCells, needsWriting, type Reason } from './command.ts';
import { needsChosen, needsUnlocked } from './editing.ts';

/** What two people do within this time they do at once, ms: a star on its way to everybody, and back. */
const AT_ONCE_MS = 5_000;

/** Where somebody else gave the last star at the same moment, there is one too many: asked on every screen that gave one. */
function watchFor(editor: Editor, id: string, tooMany: (id: string) => void): void {
  const stop = editor.records.onRecords(() => {
    if (starsOf(editor.board()) <= STARS_MAX || !editor.board().get(id)?.starred) return;
    stop();
    tooMany(id);
  });
  setTimeout(stop, AT_ONCE_MS);
}

/** Stars a card or takes the star away. False where there are as many as there may be: then it is asked which gives way. */
export function giveStar({ editor, tooManyStars }: Pick<CommandHost, 'editor' | 'tooManyStars'>, id: string, on: boolean): boolean {
  const edits = star(editor.board(), id, on);
  if (edits.ok) {
    editor.perform(edits.value);
    if (on && edits.value.length > 0) watchFor(editor, id, tooManyStars);
  } else if (edits.error.code === 'stars-full') {
    tooManyStars(id);
    return false;
  }
  return true;
}

const needsCard = ({ editor }: CommandHost): Reason | null => (chosenCards(editor).length === 0 ? 'whyNoCard' : null);

const mayStar = first(needsCells, needsWriting, needsChosen, needsCard, needsUnlocked);

export const STARRING: readonly Command[] = [
  {
    id: 'star',
    group: 'cards',
    label: 'star',
    orElse: 'unstar',
    whyNot: first(mayStar, ({ editor }) => (chosenCards(editor).some((card) => !card.starred) ? null : 'whyIsStarred')),
    run(host) {
      for (const { id } of chosenCards(host.editor)) if (!giveStar(host, id, true)) return;
    },
  },
  {
    id: 'unstar',
    group: 'cards',
    label: 'unstar',
    whyNot: first(mayStar, ({ editor }) => (chosenCards(editor).some((card) => card.starred) ? null : 'whyNotStarred')),
    run(host) {
      for (const { id } of chosenCards(host.editor)) giveStar(host, id, false);
    },
  },
];
