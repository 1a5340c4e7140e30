// What being on a board together asks of the page around it: whom this screen follows, who calls this person, who shows a place that is
// out of sight. Fetched after the first picture.
import { oneLine } from '@masa/shared/board';
import { ArrowRight, AtSign, Eye } from 'lucide-react';
import { type CSSProperties, useEffect } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { peerColor } from '../canvas/live.ts';
import { edgeAt } from '../canvas/pings.ts';
import type { Ping } from '../editor/gestures.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { revealObject } from './revealObject.ts';
import { callsOf } from './threads.ts';
import { useThreads } from './useThreads.ts';
import './together.css';

/** @param at above the board, over it, or below it */
export default function Together({ at }: { readonly at: 'above' | 'over' | 'below' }) {
  if (at === 'above') return <FollowBar />;
  if (at === 'over') return <PlacesShown />;
  return (
    <>
      <Calls />
      <PlacesSaid />
    </>
  );
}

/** Whom this screen follows. Escape ends it, too. */
function FollowBar() {
  const t = useText('together');
  const tools = useText('tools');
  const { open, host, say, tell } = useBoard();
  const { following } = open;
  const id = useStore(following.person);
  useEffect(
    () =>
      following.onEnd(({ why, name }) => {
        const sentence = t(`ended_${why}`, { name });
        // What this person did themselves they see; what happened to them is told.
        if (why === 'moved') say(sentence);
        else tell(sentence);
      }),
    [following, t, say, tell],
  );
  useEffect(() => {
    if (id === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open], [role=menu]')) following.follow(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [following, id]);
  const name = host.people.find((person) => person.id === id)?.name ?? '';
  return (
    <div role="status">
      {id !== null && (
        <div className="follow-bar">
          <Eye aria-hidden />
          <span>{tools('followingNow', { name })}</span>
          <Button onClick={() => following.follow(null)}>{tools('stopFollowing')}</Button>
        </div>
      )}
    </div>
  );
}

/** Letters of a message in a notice. */
const TEXT_MAX = 90;

/** Somebody calls this person in a conversation: told once, until they go there or put it away. */
function Calls() {
  const t = useText('together');
  const common = useText('common');
  const { open, panel, show, isSmall } = useBoard();
  const { threads, seen, store, self } = useThreads();
  const [call] = callsOf(threads, seen, self);
  const isBefore = panel?.of === 'comments' && call !== undefined && panel.about === call.thread.id;
  return (
    <div className="toast-line" role="status">
      {call && !isBefore && (
        <div className="toast call">
          <AtSign aria-hidden />
          <span>{t('mentionsYou', { name: call.message.author.name || t('somebody'), text: oneLine(call.message.text, TEXT_MAX) })}</span>
          <Button
            onClick={() => {
              store.putAway(call.message.id);
              if (!isSmall) revealObject(open.editor, call.thread.id);
              show({ of: 'comments', about: call.thread.id });
            }}
          >
            {t('show')}
          </Button>
          <Button look="quiet" onClick={() => store.putAway(call.message.id)}>
            {common('close')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Places others show that are out of sight: an arrow at the edge of the board goes there. */
function PlacesShown() {
  const { open } = useBoard();
  const pings = useStore(open.editor.gestures.pings).filter((ping) => !ping.isOwn);
  return pings.length === 0 ? null : <Arrows pings={pings} />;
}

function Arrows({ pings }: { readonly pings: readonly Ping[] }) {
  const t = useText('together');
  const { camera } = useBoard().open.editor;
  const { zoom } = useStore(camera.view);
  const { w, h } = useStore(camera.viewport);
  return (
    <>
      {pings.map(({ key, person, x, y }) => {
        const edge = edgeAt(camera.toScreen({ x, y }), { w, h });
        if (!edge) return null;
        // It stands inwards of the edge it is at.
        const translate = `${(-100 * edge.x) / w}% ${(-100 * edge.y) / h}%`;
        const style: CSSProperties & Record<'--hue', string> = { left: edge.x, top: edge.y, translate, '--hue': peerColor(person.colour) };
        return (
          <button
            key={key}
            type="button"
            className="ping-arrow"
            style={style}
            aria-label={t('lookThere', { name: person.name })}
            title={t('lookHere', { name: person.name })}
            onClick={() => camera.view.set({ x: x - w / zoom / 2, y: y - h / zoom / 2, zoom })}
          >
            <ArrowRight aria-hidden style={{ rotate: `${edge.degrees}deg` }} />
            <span>{person.name}</span>
          </button>
        );
      })}
    </>
  );
}

/** The same for those who hear the board. */
function PlacesSaid() {
  const t = useText('together');
  const { editor } = useBoard().open;
  const pings = useStore(editor.gestures.pings).filter((ping) => !ping.isOwn);
  return (
    <div className="visually-hidden" role="status" data-live="places">
      {pings.map(({ key, person }) => (
        <p key={key}>{t('lookHere', { name: person.name })}</p>
      ))}
    </div>
  );
}
