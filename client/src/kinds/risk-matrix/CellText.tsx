// A short text in the register: kept when it is left, with Enter, or after a pause.
import { cleanLine, LIMITS } from '@masa/shared/core';
import { useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useLater } from '../../panels/useLater.ts';

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
  const kept = typeof value === 'string' ? value : '';
  const [text, setText] = useState<string | null>(null);
  const later = useLater(() => {
    if (text === null) return;
    const next = cleanLine(text);
    if (next !== kept) open.editor.setField(id, facet, next === '' ? null : next);
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
      value={text ?? kept}
      onChange={(event) => {
        setText(event.target.value);
        later.soon();
      }}
      onBlur={() => {
        later.now();
        setText(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') later.now();
      }}
    />
  );
}
