// What 100 % is: asked beside a percentage, since a share without a base says little.
import type { Percent } from '@masa/shared/board';
import { useState } from 'react';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';

export function BaseControl({
  id,
  percent,
  isReadOnly,
  onValue,
}: {
  readonly id: string;
  readonly percent: Percent;
  readonly isReadOnly: boolean;
  readonly onValue: (value: Percent) => void;
}) {
  const t = useText('board');
  const [text, setText] = useState<string | null>(null);
  const isMissing = percent.base === '' && (text ?? '') === '';
  return (
    <Field id={id} label={t('percentBase')} hint={isMissing ? t('percentBaseMissing') : undefined}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          className="control"
          readOnly={isReadOnly}
          value={text ?? percent.base}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (text !== null && text.trim() !== percent.base) onValue({ ...percent, base: text.trim() });
            setText(null);
          }}
        />
      )}
    </Field>
  );
}
