// A whole sheet from Word or e-mail: a large field for the text, the choice among several sheets, the preview by cell in which every
// card can be sent elsewhere, and then one step that makes them all.
import { isEmpty } from '@masa/shared/board';
import type { Localized } from '@masa/shared/core';
import { ADDRESSES, type Address, addressOf, CANVAS_LABELS, LABELS, type ParsedSheet, sheetToEdits } from '@masa/shared/kinds/service-canvas';
import { useMemo, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';
import { readPasted } from './pasteReading.ts';
import { groupsOf, isOnForm, type PlannedCard, planOf, takenOf, withAddress, withTaken, withText } from './sheetPlan.ts';

export interface PasteSheetDialogProps {
  /** Sheets that were recognised in something pasted; empty = the person pastes here. */
  readonly sheets: readonly ParsedSheet[];
  readonly onClose: () => void;
  /** The text is no sheet after all: it goes where it was pasted. */
  readonly onKeepAsText?: (() => void) | undefined;
}

export default function PasteSheetDialog({ sheets: given, onClose, onKeepAsText }: PasteSheetDialogProps) {
  const t = useText('board');
  const { language, currency } = useBoard();
  const [sheets, setSheets] = useState(given);
  const [text, setText] = useState('');
  const [isUnreadable, setUnreadable] = useState(false);
  const [chosen, setChosen] = useState<ParsedSheet | null>(given.length === 1 ? (given[0] ?? null) : null);

  if (chosen)
    return (
      <Dialog title={t('sheetPreview')} onClose={onClose}>
        <Preview sheet={chosen} onClose={onClose} onKeepAsText={onKeepAsText} />
      </Dialog>
    );
  if (sheets.length > 1)
    return (
      <Dialog title={t('sheetsFound', { count: sheets.length })} onClose={onClose}>
        <p className="quiet-text">{t('sheetPick')}</p>
        <ul className="sheet-choices">
          {sheets.map((sheet, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed
            <li key={at}>
              <Button onClick={() => setChosen(sheet)}>
                {sheet.heading?.trim() || t('sheetNumber', { number: at + 1 })} · {t('cards', { count: takenOf(planOf(sheet)).length })}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    );
  const read = (): void => {
    const pasted = readPasted(text, language, currency);
    if (pasted.as !== 'sheets') {
      setUnreadable(true);
      return;
    }
    setSheets(pasted.sheets);
    if (pasted.sheets.length === 1) setChosen(pasted.sheets[0] ?? null);
  };
  return (
    <Dialog title={t('pasteSheet')} onClose={onClose}>
      <Field id="paste-sheet-text" label={t('pasteSheetLabel')} hint={t('pasteSheetHint')} error={isUnreadable ? t('noSheetFound') : undefined}>
        {(control) => (
          <textarea
            {...control}
            className="control paste-field"
            rows={12}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setUnreadable(false);
            }}
          />
        )}
      </Field>
      <div className="row">
        <Button look="primary" onClick={read}>
          {t('readSheet')}
        </Button>
      </div>
    </Dialog>
  );
}

const ADDRESS_LABELS: Readonly<Record<Address, Localized>> = {
  'target-group': LABELS.targetGroup,
  needs: LABELS.needs,
  service: LABELS.service,
  aim: LABELS.aim,
  resources: LABELS.resources,
  'missing-resources': LABELS.missingResources,
  partners: LABELS.partners,
  information: LABELS.information,
  activities: LABELS.activities,
  effect: LABELS.effect,
  'social-effect': LABELS.socialEffect,
  'economic-effect': LABELS.economicEffect,
  results: LABELS.results,
  group: LABELS.group,
  costs: CANVAS_LABELS.costs,
  income: CANVAS_LABELS.income,
  risks: CANVAS_LABELS.risks,
  measures: CANVAS_LABELS.measures,
  parking: LABELS.parking,
};

function Preview({ sheet, onClose, onKeepAsText }: { readonly sheet: ParsedSheet } & Pick<PasteSheetDialogProps, 'onClose' | 'onKeepAsText'>) {
  const t = useText('board');
  const { open, language, say } = useBoard();
  const { editor } = open;
  const [plan, setPlan] = useState(() => planOf(sheet));
  const groups = useMemo(() => groupsOf(plan), [plan]);
  const taken = takenOf(plan);
  const { cells } = editor.records.template.get();
  const make = (): void => {
    const made = editor.perform(sheetToEdits(editor.board(), taken, editor.context()));
    say(t('cardsMade', { count: made.filter((edit) => edit.do === 'create').length }));
    onClose();
  };
  return (
    <>
      {sheet.heading && <p className="sheet-heading">{sheet.heading}</p>}
      <p className="quiet-text">{t('sheetPreviewHint')}</p>
      {groups.map(({ address, cards }) => (
        <section key={address} aria-label={ADDRESS_LABELS[address][language]}>
          <h3>
            {ADDRESS_LABELS[address][language]} {!isOnForm(cells, address) && <span className="field-hint">{t('otherFormOnly')}</span>}
          </h3>
          <ul className="plan">
            {cards.map((card) => (
              <PlanLine key={card.key} card={card} onPlan={setPlan} />
            ))}
          </ul>
        </section>
      ))}
      <div className="row plan-actions">
        <Button look="primary" disabled={taken.length === 0} onClick={make}>
          {t('makeCards', { count: taken.length })}
        </Button>
        {onKeepAsText && <Button onClick={onKeepAsText}>{t('keepAsText')}</Button>}
      </div>
    </>
  );
}

function PlanLine({
  card,
  onPlan,
}: {
  readonly card: PlannedCard;
  readonly onPlan: (change: (plan: readonly PlannedCard[]) => readonly PlannedCard[]) => void;
}) {
  const t = useText('board');
  const { open, language } = useBoard();
  const type = open.editor.kind.slots.find((slot) => slot.id === addressOf(card.address).slot)?.type ?? '';
  const said = open.editor.kind.types[type];
  const values = Object.entries(card.fields)
    .filter(([name, value]) => said?.facets[name] && !isEmpty(value))
    .map(([name]) => said?.facets[name]?.label[language]);
  return (
    <li>
      <input
        type="checkbox"
        aria-label={t('takeCard')}
        checked={card.isTaken}
        onChange={(event) => onPlan((plan) => withTaken(plan, card.key, event.target.checked))}
      />
      <textarea
        className="control card-field"
        rows={Math.min(6, Math.max(1, Math.ceil(card.text.length / 48)))}
        aria-label={t('cardText', { cell: ADDRESS_LABELS[card.address][language] })}
        value={card.text}
        onChange={(event) => onPlan((plan) => withText(plan, card.key, event.target.value))}
      />
      <select
        className="control"
        aria-label={t('goesTo')}
        value={card.address}
        onChange={(event) => {
          const address = ADDRESSES.find((each) => each === event.target.value);
          if (address) onPlan((plan) => withAddress(plan, card.key, address));
        }}
      >
        {ADDRESSES.map((each) => (
          <option key={each} value={each}>
            {ADDRESS_LABELS[each][language]}
          </option>
        ))}
      </select>
      {values.length > 0 && <p className="field-hint">{t('alsoRead', { fields: values.join(', ') })}</p>}
    </li>
  );
}
