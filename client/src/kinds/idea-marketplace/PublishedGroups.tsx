// The groups of a marketplace after they are published: where everybody is, where there is room, walking over, waiting.
import { ok } from '@masa/shared/core';
import type { PlacesReply } from '@masa/shared/wire';
import { seatOfId } from '@masa/shared/workshop';
import { Link } from 'wouter';
import { useBoard } from '../../board/boardContext.ts';
import { useAction } from '../../pages/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { marketCalls } from './calls.ts';
import { moverOf, useKeptFocus } from './useKeptFocus.ts';
import './market.css';

export interface PublishedGroupsProps {
  readonly places: PlacesReply;
  readonly isStaff?: boolean;
  readonly onChanged: () => void;
}

const NOWHERE = '';

export function PublishedGroups({ places, isStaff = false, onChanged }: PublishedGroupsProps) {
  const t = useText('market');
  const { place } = useBoard();
  const action = useAction();
  const keepFocus = useKeptFocus(places);
  const walk = (seat: number, topic: string | null, participantId?: string): void => {
    void action
      .run(async () => {
        const reply = await marketCalls.walk(place.board.id, { seat, topic, ...(participantId === undefined ? {} : { participantId }) });
        return reply.ok ? ok(undefined) : reply;
      })
      .then(onChanged);
  };
  const titleOf = (topic: string | null): string => places.groups.find((group) => group.topic === topic)?.title ?? '';
  const boardOf = (topic: string | null): string | null => places.groups.find((group) => group.topic === topic)?.boardId ?? null;
  const unplaced = places.unplaced ?? [];
  const mover = ({ id, name }: { readonly id: string; readonly name: string }, topic: string | null) => {
    const seat = seatOfId(id);
    return (
      <select
        id={moverOf(id)}
        className="control"
        aria-label={t('moveTo', { name })}
        value={topic ?? NOWHERE}
        onChange={(event) => {
          keepFocus(event.target.id);
          if (seat) walk(seat.seat, event.target.value === NOWHERE ? null : event.target.value, seat.participant);
        }}
      >
        <option value={NOWHERE}>{t('nowhere')}</option>
        {places.groups.map((group) => (
          <option key={group.topic} value={group.topic}>
            {group.title}
          </option>
        ))}
      </select>
    );
  };
  return (
    <div className="stack">
      {action.failure && (
        <Notice tone="failure">
          <p>{action.failure}</p>
        </Notice>
      )}
      {!isStaff && (
        <section className="sheet stack tight" aria-labelledby="my-group">
          <h3 id="my-group">{t('mine')}</h3>
          {places.mine.length === 0 && <p>{t('notPlaced')}</p>}
          {places.mine.map(({ seat, topic, waiting }, at) => (
            <div key={seat} className="stack tight">
              <p>
                {places.mine.length > 1 && <span className="quiet-text">{t('seat', { seat })} </span>}
                {topic === null ? t('notPlaced') : <strong>{titleOf(topic)}</strong>}
              </p>
              {places.mine.findIndex((own) => own.topic === topic) === at && <OpenBoard id={boardOf(topic)} />}
              {waiting !== null && (
                <p className="row">
                  <span>
                    {t('waiting')}: {titleOf(waiting)}
                  </span>
                  <Button onClick={() => walk(seat, topic)}>{t('stopWaiting')}</Button>
                </p>
              )}
            </div>
          ))}
        </section>
      )}
      <ul className="placing-groups">
        {places.groups.map((group) => (
          <li key={group.topic} className="placing-group">
            <h4>{group.title}</h4>
            <p className="quiet-text">
              {t('members', { count: group.seats })} · {t('places', { count: group.free })}
              {group.waiting > 0 && ` · ${t('waitingCount', { count: group.waiting })}`}
            </p>
            {group.members && (
              <ul className="plain-list">
                {group.members.map((member) => (
                  <li key={member.id} className="placing-member">
                    <span>
                      <strong>{member.name}</strong>
                      <br />
                      <span className="quiet-text">{member.library}</span>
                    </span>
                    {mover(member, group.topic)}
                  </li>
                ))}
              </ul>
            )}
            {places.mine.map(({ seat, topic, waiting }) =>
              topic === group.topic || waiting === group.topic ? null : (
                <Button key={seat} onClick={() => walk(seat, group.topic)}>
                  {places.mine.length > 1 && `${t('seat', { seat })}: `}
                  {t(group.free > 0 ? 'walkOver' : 'wait')}
                </Button>
              ),
            )}
            {isStaff && <OpenBoard id={group.boardId} />}
          </li>
        ))}
        {isStaff && (
          <li className="placing-group">
            <h4>{t('unplacedTitle', { count: unplaced.length })}</h4>
            {unplaced.length === 0 ? (
              <p className="quiet-text">{t('unplacedNone')}</p>
            ) : (
              <ul className="plain-list">
                {unplaced.map((person) => (
                  <li key={person.id} className="placing-member">
                    <span>
                      <strong>{person.name}</strong>
                      <br />
                      <span className="quiet-text">{person.library}</span>
                    </span>
                    {mover(person, null)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        )}
      </ul>
    </div>
  );
}

/** @param id null: there is none to open */
function OpenBoard({ id }: { readonly id: string | null }) {
  const t = useText('market');
  return (
    id !== null && (
      <p>
        <Link className="button" href={`/boards/${id}`}>
          {t('openBoard')}
        </Link>
      </p>
    )
  );
}
