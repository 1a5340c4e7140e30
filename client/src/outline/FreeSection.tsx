// The free layer in the outline: what lies beside and over the sheet, in reading order; what lies in a frame under the frame's title.
import { type Check, type FreeNode, freeTree, isBlankRecord, isHeading, oneLine, titleOf } from '@masa/shared/board';
import { useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { useText } from '../ui/text.ts';
import { FreeObject } from './FreeObject.tsx';
import { Heading } from './Heading.tsx';
import { LongList } from './LongList.tsx';
import { NewNote } from './NewNote.tsx';
import { NewPicture } from './NewPicture.tsx';
import './free.css';

export function FreeSection({ checks }: { readonly checks: ReadonlyMap<string, readonly Check[]> }) {
  const t = useText('free');
  const { open, isSmall } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const { roots } = freeTree(board);
  const level = isSmall ? 2 : 3;
  if (roots.length === 0 && isReadOnly && editor.kind.slots.length > 0) return null;
  return (
    <section className="outline-cell" aria-labelledby="outline-free">
      <Heading level={level} id="outline-free">
        {t('onBoard')} <span className="count figures">{roots.length > 0 ? roots.length : ''}</span>
      </Heading>
      {roots.length === 0 && <p className="outline-hint">{t('onBoardHint')}</p>}
      <FreeList nodes={roots} within="" level={level + 1} checks={checks} />
      {!isReadOnly && <NewNote />}
      {!isReadOnly && <NewPicture />}
    </section>
  );
}

const TITLE_MAX = 40;

interface FreeListProps {
  readonly nodes: readonly FreeNode[];
  /** Title of the frame they lie in; empty = in none. */
  readonly within: string;
  /** Of the headings of frames in it. */
  readonly level: number;
  readonly checks: ReadonlyMap<string, readonly Check[]>;
}

/** An object whose text is emptied while it is written is on no board; it stays in sight where it was until its field is left. */
function useWithWritten(nodes: readonly FreeNode[]): {
  readonly shown: readonly FreeNode[];
  /** So many of them are there in any case. */
  readonly written: number;
  readonly enter: (id: string, index: number) => void;
  readonly leave: () => void;
} {
  const { open } = useBoard();
  const board = useBoardReader(open.editor);
  const [written, setWritten] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const record = written ? board.get(written.id) : undefined;
  const isHeld = written && record?.gone === null && isBlankRecord(board.kind, record) && !nodes.some((node) => node.record.id === written.id);
  return {
    shown: isHeld ? [...nodes.slice(0, written.index), { record, inside: [], about: [] }, ...nodes.slice(written.index)] : nodes,
    written: isHeld ? written.index + 1 : 0,
    enter: (id, index) => setWritten({ id, index }),
    leave: () => setWritten(null),
  };
}

function FreeList({ nodes, within, level, checks }: FreeListProps) {
  const { open, language } = useBoard();
  const { shown, written, enter, leave } = useWithWritten(nodes);
  if (shown.length === 0) return null;
  const board = open.editor.board();
  return (
    <LongList as="ul" className="outline-cards" lines={shown} keyOf={({ record }) => record.id} atLeast={written}>
      {({ record, inside }, index, place) => (
        <li key={record.id} {...place}>
          <FreeObject
            record={record}
            index={index}
            count={shown.length}
            within={within}
            level={isHeading(board, record) ? level : null}
            checks={checks.get(record.id) ?? []}
            onEnter={() => enter(record.id, index)}
            onLeave={leave}
          />
          <FreeList nodes={inside} within={oneLine(titleOf(board, record, language), TITLE_MAX)} level={level + 1} checks={checks} />
        </li>
      )}
    </LongList>
  );
}
