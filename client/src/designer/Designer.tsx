// Drawing a template: the sheet, the cells in their order, the chosen cell's form, what is wrong with it, keeping it.
import type { BoardKind, Template } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import type { Workshop } from '@masa/shared/wire';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ActionFailure } from '../pages/ActionFailure.tsx';
import { useAction } from '../pages/useAction.ts';
import { api } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import { CellForm } from './CellForm.tsx';
import { CellList } from './CellList.tsx';
import { DesignerSheet } from './DesignerSheet.tsx';
import * as drafts from './draft.ts';
import { FaultList } from './FaultList.tsx';
import { holdDrawing, letGoDrawing } from './keptDrawing.ts';
import { SheetFields } from './SheetFields.tsx';

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
  /** The version this one is drawn of. */
  const [drawnOf, setDrawnOf] = useState(drawing.id === undefined ? undefined : drawing.template.version);
  /** Somebody else kept a version meanwhile. */
  const [isBehind, setIsBehind] = useState(false);
  /** What the last change was about: the next one of the same joins it. */
  const last = useRef('');
  const draft = steps.now;
  const { refused, warnings } = useMemo(() => drafts.faultsOf(draft, kind, workshop.language), [draft, kind, workshop.language]);
  const faulty = useMemo(() => new Set(refused.flatMap(({ path }) => cellOf(draft, path)?.id ?? [])), [draft, refused]);
  const shared = useMemo(() => {
    const ids = drafts.sharedCells(draft);
    return draft.cells.filter(({ id: of }) => ids.includes(of));
  }, [draft]);
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

  const keep = (as: { readonly id?: string | undefined; readonly drawnOf?: number | undefined } = { id, drawnOf }) =>
    action.run(async () => {
      const request = { template: drafts.toSend(draft), ...(as.id === undefined ? {} : { id: as.id }) };
      const reply = await api.saveTemplate(workshop.id, as.drawnOf === undefined ? request : { ...request, drawnOf: as.drawnOf });
      setIsBehind(!reply.ok && reply.error.code === 'stale-version');
      if (!reply.ok) return reply;
      const [newId = '', newVersion = ''] = reply.value.ref.split('@');
      setId(newId);
      setVersion(Number(newVersion));
      setDrawnOf(Number(newVersion));
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
    holdDrawing(workshop.id, { draft, id, version: drawnOf });
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [workshop.id, isOnlyHere, draft, id, drawnOf]);
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
      {isBehind ? (
        <Notice tone="warning">
          <p>{t('behind')}</p>
          <p className="row">
            <Button busy={action.busy} onClick={() => void keep({})}>
              {t('keepAsNew')}
            </Button>
            <Button busy={action.busy} onClick={() => void keep({ id })}>
              {t('keepAsNext')}
            </Button>
          </p>
        </Notice>
      ) : (
        <ActionFailure of={action} />
      )}
      <div className="designer">
        <section className="designer-main stack" aria-label={t('sheet')}>
          <SheetFields draft={draft} writes={writes} onWrites={setWrites} onChange={change} />
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
          <FaultList
            faults={refused}
            shared={shared}
            warnings={warnings.length}
            cellOf={(path) => cellOf(draft, path)}
            nameOf={nameOf}
            onChoose={setChosen}
          />
          <CellList
            cells={draft.cells}
            chosen={chosen}
            nameOf={nameOf}
            onChoose={setChosen}
            onShift={(of, by) => change(drafts.shift(draft, of, by))}
            onAdd={() => {
              const added = drafts.addCell(draft, kind);
              change(added.draft);
              setChosen(added.id);
            }}
          />
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
