// A short text in the register: kept when it is left, with Enter, or after a pause. Somebody else's words are shown as soon as one's own are
// kept, and no one's are lost where two write at once. What cannot be kept now stays in the writer's draft.
import { cleanLine, LIMITS } from '@masa/shared/core';
import { useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { bothLines } from '../../panels/bothLines.ts';
import { useLater } from '../../panels/useLater.ts';

/** What its writer sees in the field. */
interface Own {
  readonly text: string;
  /** What was kept when its first letter was typed, or when it was kept itself. */
  readonly base: string;
}

const isWaiting = ({ text, base }: Own): boolean => cleanLine(text) !== base;
const lineOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface Props {
  readonly id: string;
  readonly facet: string;
  readonly value: unknown;
  readonly label: string;
  /** Shown in an empty field. */
  readonly placeholder?: string;
  readonly isReadOnly: boolean;
}

export function CellText({ id, facet, value, label, placeholder, isReadOnly }: Props) {
  const { open } = useBoard();
  const { editor, drafts } = open;
  const draft = `${id}.${facet}`;
  const kept = lineOf(value);
  const [own, setOwn] = useState<Own | null>(() => {
    const text = drafts.read(draft);
    return text === null ? null : { text, base: kept };
  });
  const shown = own !== null && (isWaiting(own) || own.base === kept) ? own : null;
  const later = useLater(() => {
    if (shown === null || !isWaiting(shown)) return;
    const next = cleanLine(shown.text);
    const now = (): string => lineOf(editor.board().get(id)?.fields[facet]);
    const both = bothLines(shown.base, next, now());
    if (both !== now()) editor.setField(id, facet, both === '' ? null : both);
    if (now() === both) {
      drafts.drop(draft);
      setOwn({ text: both === next ? shown.text : both, base: both });
    } else drafts.keep(draft, shown.text);
  });
  return (
    <input
      type="text"
      className="control"
      autoComplete="off"
      aria-label={label}
      title={label}
      placeholder={placeholder}
      maxLength={LIMITS.attributeMax}
      readOnly={isReadOnly}
      value={shown?.text ?? kept}
      onChange={(event) => {
        setOwn({ text: event.target.value, base: shown !== null && isWaiting(shown) ? shown.base : kept });
        later.soon();
      }}
      onBlur={() => {
        later.now();
        setOwn((now) => (now !== null && isWaiting(now) ? now : null));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') later.now();
      }}
    />
  );
}
