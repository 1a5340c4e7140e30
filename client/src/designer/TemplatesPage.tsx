// The templates a workshop made for itself: the list, beginning a new one, drawing one, and moving boards to it.
import { type Template, withFallbacks } from '@masa/shared/board';
import { ok } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds/catalogue';
import type { TemplateList, Workshop } from '@masa/shared/wire';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { loadView } from '../kinds/index.ts';
import { loadWhole } from '../kinds/wholes.ts';
import { ActionFailure } from '../pages/ActionFailure.tsx';
import { useAction } from '../pages/useAction.ts';
import { useReply } from '../pages/useReply.ts';
import { asStaff, useSignInWhenNeeded } from '../pages/useStaff.ts';
import { api, type Reply } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { Failed, Nothing, Skeleton } from '../ui/states.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import { Designer, type Drawing } from './Designer.tsx';
import { heldDrawing } from './keptDrawing.ts';
import { MoveBoards } from './MoveBoards.tsx';
import './designer.css';

interface Shelf {
  readonly workshop: Workshop;
  readonly templates: TemplateList['templates'];
}

async function readShelf(id: string): Promise<Reply<Shelf>> {
  asStaff();
  const [workshop, list] = await Promise.all([api.readWorkshop(id), api.listTemplates(id)]);
  if (!workshop.ok) return workshop;
  return list.ok ? ok({ workshop: workshop.value, templates: list.value.templates }) : list;
}

/** What one can begin with: every template of Masa whose kind has something to collect. */
const BASES = CATALOGUE.filter(({ kind }) => kind !== 'empty-board');

export default function TemplatesPage({ workshopId }: { readonly workshopId: string }) {
  const t = useText('designer');
  const common = useText('common');
  const { value, problem, reload } = useReply(() => readShelf(workshopId), workshopId);
  useSignInWhenNeeded(problem);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    const held = heldDrawing(workshopId);
    if (!held) return undefined;
    let isGone = false;
    const { draft, id, version = 1 } = held;
    loadView(draft.kind).then(
      (view) => {
        if (view && !isGone) setDrawing({ kind: view.kind, template: { ...draft, id: 'held', version }, id, isLeftOver: true });
      },
      // It stays where it is, for the next visit.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [workshopId]);

  if (!value) {
    return (
      <Page title={t('title')}>
        {problem?.kind === 'refused' && problem.status !== 401 ? (
          <Nothing title={common('notFoundTitle')} text={problem.message} />
        ) : problem?.kind === 'away' ? (
          <Failed text={common('away')} onRetry={reload} />
        ) : (
          <Skeleton label={common('loading')} />
        )}
      </Page>
    );
  }
  const { workshop, templates } = value;
  if (drawing)
    return (
      <Page title={t('title')} width="wide">
        <Designer
          workshop={workshop}
          drawing={drawing}
          onLeave={() => {
            setDrawing(null);
            reload();
          }}
        />
      </Page>
    );
  return (
    <Page title={t('title')}>
      <div className="stack">
        <p>
          <Link href={`/workshops/${workshop.id}`}>{t('backToWorkshop')}</Link>
        </p>
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <Begin onBegin={setDrawing} />
        {templates.length === 0 ? (
          <p className="quiet-text">{t('none')}</p>
        ) : (
          <ul className="template-list">
            {templates.map((each) => (
              <TemplateLine key={each.id} workshop={workshop} kept={each} onDraw={setDrawing} onMoved={reload} />
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}

function Begin({ onBegin }: { readonly onBegin: (drawing: Drawing) => void }) {
  const t = useText('designer');
  const language = useLanguage();
  const action = useAction();
  const [base, setBase] = useState<string>(BASES[0]?.template ?? '');
  const begin = async () => {
    const entry = BASES.find(({ template }) => template === base);
    const view = entry && (await loadView(entry.kind));
    // A template of one's own takes the questions along.
    const template = view && (await loadWhole(view.kind)).templates.find(({ id }) => id === base);
    if (view && template) onBegin({ kind: view.kind, template, id: undefined });
    return ok(undefined);
  };
  return (
    <form
      className="add-tables sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run(begin);
      }}
    >
      <SelectField
        id="template-base"
        label={t('beginWith')}
        value={base}
        onValue={setBase}
        options={BASES.map(({ template, title }) => ({ value: template, label: title[language] }))}
      />
      <Button type="submit" look="primary" busy={action.busy}>
        {t('begin')}
      </Button>
      <ActionFailure of={action} />
    </form>
  );
}

interface TemplateLineProps {
  readonly workshop: Workshop;
  readonly kept: TemplateList['templates'][number];
  readonly onDraw: (drawing: Drawing) => void;
  readonly onMoved: () => void;
}

function TemplateLine({ workshop, kept, onDraw, onMoved }: TemplateLineProps) {
  const t = useText('designer');
  const language = useLanguage();
  const action = useAction();
  const [moves, setMoves] = useState(false);
  // JSON of a template, checked when it was kept.
  const template = kept.template as unknown as Template;
  const title = withFallbacks(template.title, workshop.language, template.id)[language];
  const newest = `${kept.id}@${kept.version}`;
  const others = workshop.boards.filter((board) => board.kind === template.kind && board.template !== newest);
  return (
    <li className="sheet template-line">
      <h2>{title}</h2>
      <p className="quiet-text">{t('versionLine', { version: kept.version, boards: kept.boards })}</p>
      <p className="row">
        <Button
          busy={action.busy}
          onClick={() =>
            void action.run(async () => {
              const view = await loadView(template.kind);
              if (view) onDraw({ kind: view.kind, template, id: kept.id });
              return ok(undefined);
            })
          }
        >
          {t('draw')}
        </Button>
        {others.length > 0 && <Button onClick={() => setMoves(true)}>{t('moveBoards')}</Button>}
      </p>
      <ActionFailure of={action} />
      {moves && (
        <MoveBoards
          workshop={workshop}
          boards={others}
          template={newest}
          title={title}
          onClose={() => {
            setMoves(false);
            onMoved();
          }}
        />
      )}
    </li>
  );
}
