// One line to write something new in, and a button: Enter makes it and leaves the line ready for the next.
import { isBlank } from '@masa/shared/core';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly onAdd: (text: string) => void;
}

export function AddLine({ label, placeholder, onAdd }: Props) {
  const t = useText('risk');
  const [text, setText] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (isBlank(text)) return;
    onAdd(text);
    setText('');
  };
  return (
    <form className="add-line" onSubmit={add}>
      <input
        type="text"
        className="control"
        autoComplete="off"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{t('add')}</Button>
    </form>
  );
}
