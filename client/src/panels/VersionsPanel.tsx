// The history of the board: what it was at some moments, who changed what in between, and a name for this moment.
import { LIMITS } from '@masa/shared/core';
import type { BoardVersion } from '@masa/shared/wire';
import { Bookmark, Clock, Lock, type LucideIcon, Undo2 } from 'lucide-react';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { useAction } from '../pages/useAction.ts';
import { useReply } from '../pages/useReply.ts';
import { versions } from '../session/versions.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Failed } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { useTimes } from './useTimes.ts';
import { byDay, changesSentence, howSentence } from './versionWords.ts';
import './versions.css';

const VersionDialog = lazy(() => import('./VersionDialog.tsx'));

/** The list is read again this often while it is open. */
const AGAIN_MS = 60_000;

const ICONS: Readonly<Record<BoardVersion['how'], LucideIcon>> = { auto: Clock, named: Bookmark, step: Lock, restore: Undo2 };

export default function VersionsPanel() {
  const t = useText('versions');
  const common = useText('common');
  const { open, place } = useBoard();
  const isReadOnly = useStore(open.editor.readOnly) !== null;
  const list = useReply(() => versions.list(place.board.id), place.board.id, AGAIN_MS);
  const [shown, setShown] = useState<BoardVersion | null>(null);
  const { dayOf } = useTimes();
  const all = list.value?.versions;

  return (
    <div className="versions">
      <p className="quiet-text">{t('intro')}</p>
      {!isReadOnly && <NameMoment onKept={list.reload} />}
      {list.problem && (
        <Failed
          text={list.problem.kind === 'away' ? common('away') : list.problem.message}
          onRetry={list.problem.kind === 'away' ? list.reload : undefined}
        />
      )}
      {!all && !list.problem && <p className="quiet-text">{common('loading')}</p>}
      {all?.length === 0 && <p className="quiet-text">{t('empty')}</p>}
      {byDay(all ?? [], dayOf).map(({ day, versions: ofDay }) => (
        <section key={day}>
          <h3>{day}</h3>
          <ol className="version-list">
            {ofDay.map((version) => (
              <VersionLine key={version.id} version={version} isNewest={version === all?.[0]} onLook={() => setShown(version)} />
            ))}
          </ol>
        </section>
      ))}
      {shown && (
        <Suspense fallback={null}>
          <VersionDialog
            version={shown}
            onClose={() => setShown(null)}
            onRestored={() => {
              setShown(null);
              list.reload();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function VersionLine({ version, isNewest, onLook }: { readonly version: BoardVersion; readonly isNewest: boolean; readonly onLook: () => void }) {
  const t = useText('versions');
  const { timeOf, momentOf } = useTimes();
  const Icon = ICONS[version.how];
  return (
    <li className={version.how === 'named' ? 'version-line named' : 'version-line'}>
      <Icon aria-hidden className="version-icon" />
      <div className="version-words">
        <p>
          <time dateTime={new Date(version.at).toISOString()}>{timeOf(version.at)}</time>
          {version.title !== null && <strong>{version.title}</strong>}
          {isNewest && <span className="version-newest">{t('latest')}</span>}
        </p>
        <p className="quiet-text">{howSentence(t, version, momentOf)}</p>
        <p>{changesSentence(t, version.changes)}</p>
      </div>
      <Button onClick={onLook}>
        <span aria-hidden>{t('look')}</span>
        <span className="visually-hidden">{t('lookAt', { time: momentOf(version.at) })}</span>
      </Button>
    </li>
  );
}

function NameMoment({ onKept }: { readonly onKept: () => void }) {
  const t = useText('versions');
  const { place, say } = useBoard();
  const [title, setTitle] = useState('');
  const action = useAction();
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = title.trim();
    if (wanted === '' || action.busy) return;
    if (!(await action.run(() => versions.name(place.board.id, wanted)))) return;
    setTitle('');
    say(t('kept', { title: wanted }));
    onKept();
  };
  return (
    <form className="version-name" onSubmit={(event) => void keep(event)}>
      <TextField
        id="version-title"
        label={t('nameField')}
        hint={t('nameHint')}
        error={action.failure}
        value={title}
        onValue={setTitle}
        maxLength={LIMITS.versionTitleMax}
        enterKeyHint="done"
      />
      <Button type="submit" look="primary" busy={action.busy}>
        {t('keep')}
      </Button>
    </form>
  );
}
