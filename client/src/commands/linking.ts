// Joining cards with one another by a list of those that fit; the tool that does it by hand is in making.ts.
import { linkable, linksOf } from '@masa/shared/board';
import { chosenCards } from '../editor/arrangement.ts';
import { type Command, type CommandHost, first, needsWriting, type Reason } from './command.ts';
import { needsChosen } from './editing.ts';
import { needsLinks } from './making.ts';

const oneCard = ({ editor }: CommandHost): string | null => {
  const [only, ...rest] = chosenCards(editor);
  return only && rest.length === 0 ? only.id : null;
};

const needsPartner = (host: CommandHost): Reason | null => {
  const id = oneCard(host);
  if (id === null) return 'whyNotOne';
  const board = host.editor.board();
  return linkable(board, id).length > 0 || linksOf(board).some(({ from, to }) => from === id || to === id) ? null : 'whyNothingFits';
};

const needsCard = ({ editor }: CommandHost): Reason | null => (chosenCards(editor).length === 0 ? 'whyNoCard' : null);

export const LINKING: readonly Command[] = [
  {
    id: 'link-to',
    group: 'cards',
    label: 'link-to',
    whyNot: first(needsLinks, needsWriting, needsChosen, needsCard, needsPartner),
    run(host) {
      const id = oneCard(host);
      if (id !== null) host.linkTo(id);
    },
  },
];
