// Who is on the board now, each person once however many tabs they have open, and what they are at.
import { useSyncExternalStore } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { useText } from '../ui/text.ts';

export default function PeoplePanel() {
  const t = useText('board');
  const { open, place } = useBoard();
  const { presence, editor } = open;
  const people = useSyncExternalStore(presence.onPeople, () => presence.people);
  const peers = useStore(editor.gestures.peers);
  const isWriting = (id: string): boolean => [...peers.values()].some((peer) => peer.person.id === id && peer.writing !== null);
  return (
    <ul className="people">
      <li>
        <strong>{place.me.name}</strong> <span className="quiet-text">{t('you')}</span>
        {place.author.library !== '' && <span className="people-library">{place.author.library}</span>}
      </li>
      {people.map((person) => (
        <li key={person.id}>
          <strong>{person.name}</strong>
          {isWriting(person.id) && <span className="outline-writer"> {t('writes')}</span>}
          {person.library !== '' && <span className="people-library">{person.library}</span>}
        </li>
      ))}
      {people.length === 0 && <li className="quiet-text">{t('nobodyElse')}</li>}
    </ul>
  );
}
