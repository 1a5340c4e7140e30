// One object of the free layer in the outline: what it is, its text, and everything one can do with it as buttons.
import { type Check, objectChecks, titleOf, typeOf } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { imageLooks } from '@masa/shared/objects';
import { SlidersHorizontal, Trash2 } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { CommentThread } from '../panels/CommentThread.tsx';
import { LockButton } from '../panels/LockButton.tsx';
import { ObjectTalk } from '../panels/ObjectTalk.tsx';
import { pictureUrl } from '../session/pictures.ts';
import { Button } from '../ui/Button.tsx';
import { type MessageKey, type Translate, useText } from '../ui/text.ts';
import { CardText } from './CardText.tsx';
import { Heading } from './Heading.tsx';
import { MoveTo } from './MoveTo.tsx';

export interface FreeObjectProps {
  readonly record: BoardRecord;
  readonly index: number;
  readonly count: number;
  /** Title of the frame it lies in; empty = in none. */
  readonly within: string;
  /** Of its heading, for a frame; null = it has none. */
  readonly level: number | null;
  readonly checks: readonly Check[];
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

export function FreeObject({ record, index, count, within, level, checks, onEnter, onLeave }: FreeObjectProps) {
  const t = useText('free');
  const board = useText('board');
  const { open, language } = useBoard();
  const { editor } = open;
  const peers = useStore(editor.gestures.peers);
  const reader = editor.board();
  if (record.inert) return <p className="outline-inert">{board('unsupported')}</p>;
  if (record.type === 'comment') return <CommentThread id={record.id} />;

  const type = typeOf(editor.kind, record.type);
  const title = titleOf(reader, record, language);
  const standing = t('objectAt', { what: type?.label[language] ?? '', position: index + 1, count });
  const name = [standing, within].filter(Boolean).join(', ');
  const saidBeside = besideText(title, record.text);
  const summary = editor.kind.summary(record, language);
  const writer = [...peers.values()].find((peer) => peer.writing?.card === record.id)?.person.name;
  const hints = [...checks, ...objectChecks(reader, record)];
  return (
    <>
      {level !== null && <Heading level={level}>{title}</Heading>}
      {/* What its own text does not say. */}
      {level === null && saidBeside !== '' && <p className="free-title">{saidBeside}</p>}
      {record.type === 'image' && <Picture record={record} />}
      {type?.can.hasText && <CardText record={record} label={textLabel(record.type, name, t)} onEnter={onEnter} onLeave={onLeave} />}
      {(summary !== '' || writer || hints.length > 0 || record.lock) && (
        <p className="outline-under">
          {summary !== '' && <span>{summary}</span>}
          {record.lock && <span>{t('lockedBy', { name: record.lock.name || board('somebody') })}</span>}
          {writer && <span className="outline-writer">{board('isWriting', { name: writer })}</span>}
          {hints.map((check) => (
            <span key={check.code} className={`check-mark ${check.level}`}>
              {check.message[language]}
            </span>
          ))}
        </p>
      )}
      <Actions record={record} name={name} />
      <ObjectTalk record={record} />
    </>
  );
}

/** What a title says beside the text, which stands in its own field. */
function besideText(title: string, text: string): string {
  if (title === text) return '';
  return text !== '' && title.endsWith(`: ${text}`) ? title.slice(0, -text.length - 2) : title;
}

/** "Label of the arrow", else what it is and where it stands. */
function textLabel(type: string, name: string, t: Translate<'free'>): string {
  const own = { connector: 'text_connector', frame: 'text_frame', image: 'text_image', shape: 'text_shape' } as const;
  const key: MessageKey<'free'> | undefined = Object.hasOwn(own, type) ? own[type as keyof typeof own] : undefined;
  return key ? `${t(key)}, ${name}` : name;
}

function Picture({ record }: { readonly record: BoardRecord }) {
  const { place } = useBoard();
  const { image } = imageLooks(record);
  // Its description stands in the field below, where it can be changed: told twice it would be noise.
  return (
    image && (
      <img className="free-picture" src={pictureUrl(place.board.id, image.id, 'thumb')} width={image.w} height={image.h} loading="lazy" alt="" />
    )
  );
}

function Actions({ record, name }: { readonly record: BoardRecord; readonly name: string }) {
  const t = useText('free');
  const board = useText('board');
  const { open, show, bin } = useBoard();
  const { editor } = open;
  const isReadOnly = useStore(editor.readOnly) !== null;
  const type = typeOf(editor.kind, record.type);
  const isLocked = record.lock !== null;
  return (
    <fieldset className="outline-actions" aria-label={t('actionsOf', { title: name })}>
      <Button look="quiet" label={board('details')} onClick={() => show({ of: 'card', id: record.id })}>
        <SlidersHorizontal aria-hidden />
      </Button>
      {!isReadOnly && (
        <>
          {type?.can.beCard && !isLocked && editor.kind.slots.length > 0 && <MoveTo record={record} from={null} />}
          <LockButton record={record} />
          {!isLocked && (
            <Button look="quiet" label={board('toBin')} onClick={() => bin([record.id])}>
              <Trash2 aria-hidden />
            </Button>
          )}
        </>
      )}
    </fieldset>
  );
}
