// One open check: its sentence, what can be done about it at once, and the card it is about.
import { type Check, oneLine, titleOf } from '@masa/shared/board';
import { type ComponentType, createElement, lazy, Suspense } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { loadedView } from '../kinds/index.ts';
import { useWhole } from '../kinds/useWhole.ts';
import { Button } from '../ui/Button.tsx';

const TEXT_MAX = 70;

/** @param onCard goes to the card; absent where the line stands beside it */
export function CheckLine({ check, onCard }: { readonly check: Check; readonly onCard?: (id: string) => void }) {
  const { open, language } = useBoard();
  const { editor } = open;
  const isReadOnly = useStore(editor.readOnly) !== null;
  const board = editor.board();
  const card = check.card === undefined ? undefined : board.get(check.card);
  const remedies = useWhole(editor.kind).remedies ?? {};
  const remedy = card && !isReadOnly && card.lock === null && Object.hasOwn(remedies, check.code) ? remedies[check.code] : undefined;
  const ofView = loadedView(editor.kind.id)?.remedies ?? {};
  const load = card && !isReadOnly && Object.hasOwn(ofView, check.code) ? ofView[check.code] : undefined;
  return (
    <li className={`check-mark ${check.level}`}>
      {check.message[language]}
      {card && onCard && (
        <button type="button" className="link-button" onClick={() => onCard(card.id)}>
          {oneLine(titleOf(board, card, language), TEXT_MAX)}
        </button>
      )}
      {card && remedy && (
        <Button onClick={() => editor.perform(remedy.edits(editor.board(), card.id, editor.context()))}>{remedy.label[language]}</Button>
      )}
      {load && (
        <Suspense fallback={null}>
          <OfView load={load} />
        </Suspense>
      )}
    </li>
  );
}

type Load = () => Promise<{ readonly default: ComponentType }>;

/** Each once: a component that is made anew would lose what it is doing. */
const bodies = new Map<Load, ComponentType>();

function bodyOf(load: Load): ComponentType {
  const body = bodies.get(load) ?? lazy(load);
  bodies.set(load, body);
  return body;
}

const OfView = ({ load }: { readonly load: Load }) => createElement(bodyOf(load));
