// What is wrong with a template that is being drawn, each fault leading to its cell, and how many words nobody has translated.
import type { TemplateCell, TemplateFault } from '@masa/shared/board';
import { type MessageKey, useText } from '../ui/text.ts';

/** A sentence for each fault the validator knows. */
const FAULTS: Readonly<Record<string, MessageKey<'designer'>>> = {
  'missing-text': 'faultText',
  'duplicate-id': 'faultTwice',
  'bad-id': 'faultTwice',
  'off-page': 'faultOffPage',
  overlap: 'faultOverlap',
  'no-slot': 'faultNothing',
  'unknown-slot': 'faultNothing',
  'unknown-facet': 'faultNothing',
  'unknown-cell': 'faultArrow',
  'no-cells': 'faultNoCells',
  'too-many-cells': 'faultTooMany',
  'wrong-kind': 'faultKind',
};

export interface FaultListProps {
  readonly faults: readonly TemplateFault[];
  /** Words without a translation. */
  readonly warnings: number;
  /** Cells that collect what another one collects. */
  readonly shared: readonly TemplateCell[];
  /** Undefined for what is about the whole template. */
  readonly cellOf: (path: string) => TemplateCell | undefined;
  readonly nameOf: (cell: TemplateCell | undefined) => string;
  readonly onChoose: (cell: string) => void;
}

export function FaultList({ faults, warnings, shared, cellOf, nameOf, onChoose }: FaultListProps) {
  const t = useText('designer');
  return (
    <section className="sheet stack tight" aria-labelledby="faults-title">
      <h2 id="faults-title">{faults.length === 0 ? t('faultsNone') : t('faults', { count: faults.length })}</h2>
      {faults.length > 0 && (
        <ul className="designer-faults">
          {faults.map(({ code, path }) => {
            const at = cellOf(path);
            return (
              <li key={`${code} ${path}`}>
                {at ? (
                  <button type="button" className="link-button" onClick={() => onChoose(at.id)}>
                    {nameOf(at)}
                  </button>
                ) : (
                  nameOf(at)
                )}{' '}
                – {t(FAULTS[code] ?? 'faultOther')}
              </li>
            );
          })}
        </ul>
      )}
      {shared.length > 0 && <p className="quiet-text">{t('collectSame', { titles: shared.map(nameOf).join(' · ') })}</p>}
      {warnings > 0 && <p className="quiet-text">{t('warnings', { count: warnings })}</p>}
    </section>
  );
}
