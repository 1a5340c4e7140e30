// Who is on the board now, each person once however many tabs they have open, what they are at, and whose view this screen follows.
import { useSyncExternalStore } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export default function PeoplePanel() {
  const t = useText('board');
  const together = useText('together');
  const tools = useText('tools');
  const { open, place, isSmall } = useBoard();
  const { presence, editor, following } = open;
  const people = useSyncExternalStore(presence.onPeople, () => presence.people);
  const peers = [...useStore(editor.gestures.peers).values()];
  const followed = useStore(following.person);
  const tabsOf = (id: string) => peers.filter((peer) => peer.person.id === id);
  return (
    <ul className="people">
      <li>
        <strong>{place.me.name}</strong> <span className="quiet-text">{t('you')}</span>
        {place.author.library !== '' && <span className="people-library">{place.author.library}</span>}
      </li>
      {people.map((person) => {
        const tabs = tabsOf(person.id);
        const isFollowed = person.id === followed;
        return (
          <li key={person.id} className="person">
            <div>
              <strong>{person.name}</strong>
              {tabs.some((tab) => tab.writing !== null) && <span className="outline-writer"> {t('writes')}</span>}
              {tabs.some((tab) => tab.following === place.me.id) && <span className="quiet-text"> {together('followsYou')}</span>}
              {person.library !== '' && <span className="people-library">{person.library}</span>}
            </div>
            {!isSmall && (
              <Button aria-pressed={isFollowed} onClick={() => following.follow(isFollowed ? null : person.id)}>
                <span aria-hidden="true">{together('follow')}</span>
                <span className="visually-hidden">{tools('followNamed', { name: person.name })}</span>
              </Button>
            )}
          </li>
        );
      })}
      {people.length === 0 && <li className="quiet-text">{t('nobodyElse')}</li>}
    </ul>
  );
}
