// Who reacted to a card or object: by name where the name is known; the others are counted.
import { MARK_WORDS } from '@masa/shared/board';
import { SIGNS } from '@masa/shared/objects';
import { useBoard } from '../board/boardContext.ts';
import { useText } from '../ui/text.ts';
import { useMarksOn } from './ObjectTalk.tsx';
import { useNames } from './peopleNames.ts';
import './together.css';

/** Names told of one sign. */
const NAMES_MAX = 8;

export function WhoReacted({ id }: { readonly id: string }) {
  const t = useText('together');
  const { open, language } = useBoard();
  const marks = useMarksOn(open.editor, id);
  const nameOf = useNames();
  if (marks.size === 0) return null;

  const names = (people: ReadonlySet<string>): string => {
    const told = [...people].flatMap((person) => nameOf(person) ?? []).slice(0, NAMES_MAX);
    const rest = people.size - told.length;
    const parts = rest > 0 ? [...told, t('others', { count: rest })] : told;
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  };
  return (
    <ul className="reaction-names">
      {SIGNS.flatMap((sign) => {
        const people = marks.get(sign);
        return people ? [<li key={sign}>{t('reactionBy', { sign: MARK_WORDS[sign][language], names: names(people) })}</li>] : [];
      })}
    </ul>
  );
}
