// One card in the outline: its text, what its fields say, and everything the canvas can do with it as buttons.
import { type Check, cellsInOrder } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { ArrowDown, ArrowUp, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { ToolButton } from '../board/ToolButton.tsx';
import { useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { CardText } from './CardText.tsx';
import { endOf, stepTarget } from './moves.ts';

export interface OutlineCardProps {
  readonly record: BoardRecord;
  /** The cell's id and title; null where this form shows none. */
  readonly cell: { readonly id: string; readonly title: string } | null;
  readonly index: number;
  readonly count: number;
  readonly checks: readonly Check[];
  readonly onDone?: () => void;
  readonly onEnter?: () => void;
  readonly onLeave?: () => void;
}

export function OutlineCard({ record, cell, index, count, checks, onDone, onEnter, onLeave }: OutlineCardProps) {
  const t = useText('board');
  const { open, language, show, bin, say } = useBoard();
  const { editor } = open;
  const isReadOnly = useStore(editor.readOnly) !== null;
  const peers = useStore(editor.gestures.peers);
  const writer = [...peers.values()].find((peer) => peer.writing?.card === record.id)?.person.name;
  const title = cell?.title ?? '';
  const summary = editor.kind.summary(record, language);

  const step = (by: -1 | 1): void => {
    const target = stepTarget(editor.board(), record.id, by);
    if (!target) return;
    editor.move([record.id], target);
    say(t('movedTo', { position: target.index + 1, count, cell: title }));
  };

  if (record.inert) return <p className="outline-inert">{t('unsupported')}</p>;
  return (
    <>
      <CardText
        record={record}
        label={t('cardAt', { position: index + 1, count, cell: title })}
        {...(onDone ? { onDone } : {})}
        {...(onEnter ? { onEnter } : {})}
        {...(onLeave ? { onLeave } : {})}
      />
      {(summary !== '' || writer || checks.length > 0) && (
        <p className="outline-under">
          {summary !== '' && <span>{summary}</span>}
          {writer && <span className="outline-writer">{t('isWriting', { name: writer })}</span>}
          {checks.map((check) => (
            <span key={check.code} className={`check-mark ${check.level}`}>
              {check.message[language]}
            </span>
          ))}
        </p>
      )}
      <fieldset className="outline-actions" aria-label={t('cardActions', { position: index + 1 })}>
        <Button look="quiet" label={t('details')} onClick={() => show({ of: 'card', id: record.id })}>
          <SlidersHorizontal aria-hidden />
        </Button>
        {!isReadOnly && (
          <>
            <ToolButton isQuiet label={t('moveUp')} isOff={index === 0} onPress={() => step(-1)}>
              <ArrowUp aria-hidden />
            </ToolButton>
            <ToolButton isQuiet label={t('moveDown')} isOff={index >= count - 1} onPress={() => step(1)}>
              <ArrowDown aria-hidden />
            </ToolButton>
            <MoveTo record={record} from={cell?.id ?? null} />
            <Button look="quiet" label={t('toBin')} onClick={() => bin([record.id])}>
              <Trash2 aria-hidden />
            </Button>
          </>
        )}
      </fieldset>
    </>
  );
}

/** "Move to …": the same as dragging the card into another cell. */
export function MoveTo({ record, from }: { readonly record: BoardRecord; readonly from: string | null }) {
  const t = useText('board');
  const { open, language, say } = useBoard();
  const { editor } = open;
  return (
    <select
      className="control move-to"
      aria-label={t('moveTo')}
      value=""
      onChange={(event) => {
        const cell = editor.records.template.get().cells.find((each) => each.id === event.target.value);
        if (!cell) return;
        editor.move([record.id], endOf(editor.board(), cell.id));
        say(t('movedToCell', { cell: cell.title[language] }));
      }}
    >
      <option value="" hidden>
        {t('moveTo')}
      </option>
      {cellsInOrder(editor.records.template.get())
        .filter((each) => each.id !== from)
        .map((each) => (
          <option key={each.id} value={each.id}>
            {each.title[language]}
          </option>
        ))}
    </select>
  );
}
