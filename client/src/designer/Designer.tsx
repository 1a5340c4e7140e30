// Drawing a template: the sheet, the cells in their order, the chosen cell's form, what is wrong with it, keeping it.
import type { BoardKind, Template } from '@masa/shared/board';
import { LANGUAGES, type Language } from '@masa/shared/core';
import type { Workshop } from '@masa/shared/wire';
import { ArrowDown, ArrowUp, Plus, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAction } from '../pages/useAction.ts';
import { api } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { type MessageKey, useLanguage, useText } from '../ui/text.ts';
import { CellForm } from './CellForm.tsx';
import { DesignerSheet } from './DesignerSheet.tsx';
import * as drafts from './draft.ts';
import { holdDrawing, letGoDrawing } from './keptDrawing.ts';

export interface Drawing {
  readonly kind: BoardKind;
  /** It begins as this one. */
  readonly template: Template;
  /** Of the workshop's template a new version is drawn of; undefined = a new template. */
  readonly id: string | undefined;
  /** Somebody drew it and went away without keeping it. */
  readonly isLeftOver?: boolean;
}

export interface DesignerProps {
  readonly workshop: Workshop;
  readonly drawing: Drawing;
  readonly onLeave: () => void;
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', bg: 'Български', ro: 'Română', uk: 'Українська', nb: 'Norsk' };
const PAPERS = ['a4', 'a3', 'a2', 'a1'] as const;

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

/** The cell a fault's path is about, `cells[3].title.bg`. */
const cellOf = (draft: drafts.Draft, path: string) => draft.cells[Number(/^cells\[(\d+)\]/.exec(path)?.[1] ?? -1)];

export function Designer({ workshop, drawing, onLeave }: DesignerProps) {
  const t = useText('designer');
  const viewer = useLanguage();
  const action = useAction();
  const { kind } = drawing;
  const [id, setId] = useState(drawing.id);
  const [steps, setSteps] = useState(() => drafts.begin(drafts.draftOf(drawing.template)));
  const [kept, setKept] = useState<drafts.Draft | null>(drawing.id === undefined || drawing.isLeftOver ? null : steps.now);
  const [chosen, setChosen] = useState<string | null>(steps.now.cells[0]?.id ?? null);
  const [writes, setWrites] = useState<Language>(workshop.language);
  const [leaving, setLeaving] = useState(false);
  const [version, setVersion] = useState<number | null>(null);
  /** What the last change was about: the next one of the same joins it. */
  const last = useRef('');
  const draft = steps.now;
  const { refused, warnings } = useMemo(() => drafts.faultsOf(draft, kind, workshop.language), [draft, kind, workshop.language]);
  const faulty = useMemo(() => new Set(refused.flatMap(({ path }) => cellOf(draft, path)?.id ?? [])), [draft, refused]);
  const cell = draft.cells.find((each) => each.id === chosen);

  /** @param about changes about the same thing, one after the other, are one step back; empty = a step of its own */
  const change = (next: drafts.Draft, about = ''): void => {
    const joins = about !== '' && about === last.current;
    last.current = about;
    setSteps((before) => drafts.advance(before, next, joins));
  };
  const step = (to: (steps: drafts.Steps) => drafts.Steps): void => {
    last.current = '';
    setSteps(to);
  };

  const keep = () =>
    action.run(async () => {
      const reply = await api.saveTemplate(workshop.id, { template: drafts.toSend(draft), ...(id === undefined ? {} : { id }) });
      if (!reply.ok) return reply;
      const [newId = '', newVersion = ''] = reply.value.ref.split('@');
      setId(newId);
      setVersion(Number(newVersion));
      setKept(draft);
      return reply;
    });
  const leaveAnyway = (): void => {
    letGoDrawing(workshop.id);
    onLeave();
  };
  const leave = (): void => (kept === draft ? leaveAnyway() : setLeaving(true));
  const isOnlyHere = kept !== draft && (steps.past.length > 0 || drawing.isLeftOver === true);
  useEffect(() => {
    if (!isOnlyHere) {
      letGoDrawing(workshop.id);
      return undefined;
    }
    holdDrawing(workshop.id, { draft, id });
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [workshop.id, isOnlyHere, draft, id]);
  const nameOf = (at: drafts.Draft['cells'][number] | undefined): string =>
    at ? at.title[viewer].trim() || Object.values(at.title).find((words) => words.trim() !== '') || at.id : t('wholeTemplate');

  return (
    <div className="stack">
      <div className="page-head">
        <h1>{id === undefined ? t('newTemplate') : t('drawTitle')}</h1>
        <p className="row">
          <Button label={t('undo')} look="quiet" aria-disabled={steps.past.length === 0 || undefined} onClick={() => step(drafts.back)}>
            <Undo2 aria-hidden />
          </Button>
          <Button label={t('redo')} look="quiet" aria-disabled={steps.future.length === 0 || undefined} onClick={() => step(drafts.forth)}>
            <Redo2 aria-hidden />
          </Button>
          <Button onClick={leave}>{t('leave')}</Button>
          <Button
            look="primary"
            busy={action.busy}
            aria-disabled={refused.length > 0 || undefined}
            onClick={() => (refused.length > 0 ? undefined : void keep())}
          >
            {t('keep')}
          </Button>
        </p>
      </div>
      <p role="status">{version !== null && kept === draft ? t('keptAs', { version }) : ''}</p>
      {action.failure && (
        <Notice tone="failure">
          <p>{action.failure}</p>
        </Notice>
      )}
      <div className="designer">
        <section className="designer-main stack" aria-label={t('sheet')}>
          <div className="designer-top">
            <TextField
              id="template-title"
              label={t('templateTitle')}
              lang={writes}
              value={draft.title[writes]}
              maxLength={120}
              onValue={(text) => change(drafts.call(draft, writes, text), `title ${writes}`)}
            />
            <SelectField
              id="template-writes"
              label={t('writesIn')}
              value={writes}
              onValue={setWrites}
              options={LANGUAGES.map((language) => {
                const missing = drafts.missingWords(draft, language);
                return {
                  value: language,
                  label: missing > 0 ? t('languageMissing', { language: LANGUAGE_NAMES[language], count: missing }) : LANGUAGE_NAMES[language],
                };
              })}
            />
            <SelectField
              id="template-print"
              label={t('print')}
              value={draft.print ?? 'a3'}
              onValue={(print) => change(drafts.printOn(draft, print))}
              options={PAPERS.map((paper) => ({ value: paper, label: paper.toUpperCase() }))}
            />
            <PageSide
              label={t('pageWidth')}
              id="template-w"
              value={draft.size.w}
              onSet={(w) => change(drafts.resizePage(draft, { ...draft.size, w }))}
            />
            <PageSide
              label={t('pageHeight')}
              id="template-h"
              value={draft.size.h}
              onSet={(h) => change(drafts.resizePage(draft, { ...draft.size, h }))}
            />
          </div>
          <p className="quiet-text">{t('sheetHint')}</p>
          <DesignerSheet
            draft={draft}
            language={writes}
            chosen={chosen}
            faulty={faulty}
            onChoose={setChosen}
            onPlace={(of, rect, isOver) => {
              change(drafts.place(draft, of, rect), `place ${of}`);
              if (isOver) last.current = '';
            }}
            onRemove={(of) => change(drafts.removeCell(draft, of))}
          />
        </section>
        <div className="designer-side stack">
          <section className="sheet stack tight" aria-labelledby="faults-title">
            <h2 id="faults-title">{refused.length === 0 ? t('faultsNone') : t('faults', { count: refused.length })}</h2>
            {refused.length > 0 && (
              <ul className="designer-faults">
                {refused.map(({ code, path }) => {
                  const at = cellOf(draft, path);
                  return (
                    <li key={`${code} ${path}`}>
                      <button type="button" className="link-button" onClick={() => at && setChosen(at.id)}>
                        {nameOf(at)}
                      </button>{' '}
                      – {t(FAULTS[code] ?? 'faultOther')}
                    </li>
                  );
                })}
              </ul>
            )}
            {warnings.length > 0 && <p className="quiet-text">{t('warnings', { count: warnings.length })}</p>}
          </section>
          <section className="sheet stack tight" aria-labelledby="cells-title">
            <h2 id="cells-title">{t('cells')}</h2>
            <ol className="designer-cells">
              {draft.cells.map((each, at) => (
                <li key={each.id}>
                  <button type="button" className="link-button" aria-pressed={each.id === chosen} onClick={() => setChosen(each.id)}>
                    {at + 1} · {nameOf(each)}
                  </button>
                  <Button
                    look="quiet"
                    label={t('earlier', { title: nameOf(each) })}
                    aria-disabled={at === 0 || undefined}
                    onClick={() => change(drafts.shift(draft, each.id, -1))}
                  >
                    <ArrowUp aria-hidden />
                  </Button>
                  <Button
                    look="quiet"
                    label={t('later', { title: nameOf(each) })}
                    aria-disabled={at === draft.cells.length - 1 || undefined}
                    onClick={() => change(drafts.shift(draft, each.id, 1))}
                  >
                    <ArrowDown aria-hidden />
                  </Button>
                </li>
              ))}
            </ol>
            <Button
              onClick={() => {
                const added = drafts.addCell(draft, kind);
                change(added.draft);
                setChosen(added.id);
              }}
            >
              <Plus aria-hidden /> {t('addCell')}
            </Button>
          </section>
          {cell && (
            <section className="sheet">
              <CellForm
                key={cell.id}
                draft={draft}
                kind={kind}
                cell={cell}
                writes={writes}
                onSay={(words, text) => change(drafts.say(draft, cell.id, words, writes, text), `say ${cell.id} ${words} ${writes}`)}
                onCollect={(slots) => change(drafts.collect(draft, cell.id, slots))}
                onConnect={(to) => change(drafts.connect(draft, cell.id, to))}
                onRemove={() => {
                  change(drafts.removeCell(draft, cell.id));
                  setChosen(null);
                }}
              />
            </section>
          )}
        </div>
      </div>
      {leaving && (
        <Dialog title={t('leaveTitle')} onClose={() => setLeaving(false)}>
          <div className="stack">
            <p>{t('leaveAsk')}</p>
            <p className="row">
              <Button data-first onClick={() => setLeaving(false)}>
                {t('stay')}
              </Button>
              <Button look="danger" onClick={leaveAnyway}>
                {t('leaveAnyway')}
              </Button>
            </p>
          </div>
        </Dialog>
      )}
    </div>
  );
}

interface PageSideProps {
  readonly id: string;
  readonly label: string;
  /** Board units. */
  readonly value: number;
  readonly onSet: (value: number) => void;
}

/** A side of the page: typed freely, taken when the field is left. */
function PageSide({ id, label, value, onSet }: PageSideProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      id={id}
      label={label}
      inputMode="numeric"
      value={typed ?? String(value)}
      onValue={setTyped}
      onBlur={() => {
        if (typed !== null && /^\d{1,5}$/.test(typed.trim())) onSet(Number(typed));
        setTyped(null);
      }}
    />
  );
}
