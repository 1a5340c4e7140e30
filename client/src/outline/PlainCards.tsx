// The texts of a board, to be read and copied, live as others write them.
import { createProjection } from '@masa/shared/document';
import { useEffect, useMemo, useState } from 'react';
import type { Doc } from 'yjs';
import { useText } from '../ui/text.ts';
import { plainSections } from './plainSections.ts';
import './outline.css';

/** Of the types there may be nothing is known, so nothing but what every object has is read: place, text, notes. */
const unknownTypes = () => undefined;

/** @param nameOf what a slot is called, where that is known */
export function PlainCards({ doc, nameOf }: { readonly doc: Doc; readonly nameOf: (slot: string) => string | undefined }) {
  const t = useText('free');
  const projection = useMemo(() => createProjection(doc, unknownTypes), [doc]);
  const [sections, setSections] = useState(() => plainSections(projection.records()));
  useEffect(() => {
    const renew = (): void => setSections(plainSections(projection.records()));
    renew();
    return projection.onChange(renew);
  }, [projection]);
  if (sections.length === 0) return <p>{t('unknownEmpty')}</p>;
  return sections.map(({ slot, records }, at) => (
    <section key={slot ?? ''} className="outline-cell" aria-labelledby={`plain-${at}`}>
      <h2 id={`plain-${at}`}>
        {slot === null ? t('onBoard') : (nameOf(slot) ?? t('unknownCell', { number: at + 1 }))}{' '}
        <span className="count figures">{records.length}</span>
      </h2>
      <ul className="outline-cards">
        {records.map(({ id, text, notes }) => (
          <li key={id} className="plain-card">
            {text.trim() !== '' && <p>{text}</p>}
            {notes.trim() !== '' && <p className="quiet-text">{notes}</p>}
          </li>
        ))}
      </ul>
    </section>
  ));
}
