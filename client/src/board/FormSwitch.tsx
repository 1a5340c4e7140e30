// The same cards seen as another form: only this screen changes.
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { useBoardValue, useStore } from './useStore.ts';

/** What the titles begin with alike, up to a comma: the top bar says it already. "Risk matrix 5 × 5, before treatment" is "Before treatment". */
function tellingApart(titles: readonly string[]): (title: string) => string {
  const [first = ''] = titles;
  let length = 0;
  while (length < first.length && titles.every((title) => title[length] === first[length])) length += 1;
  const alike = first.lastIndexOf(', ', length) + 2;
  if (alike < 2 || alike > length) return (title) => title;
  return (title) => title.charAt(alike).toLocaleUpperCase() + title.slice(alike + 1);
}

export function FormSwitch() {
  const t = useText('board');
  const { open, language, show, isSmall } = useBoard();
  const { editor } = open;
  const template = useStore(editor.records.template);
  const hidden = useBoardValue(editor, (board) =>
    [...board.hidden()]
      .map(([slot, { length }]) => `${editor.kind.slots.find((each) => each.id === slot)?.label[language] ?? slot} (${length})`)
      .join(', '),
  );
  const count = useBoardValue(editor, (board) => [...board.hidden().values()].reduce((sum, { length }) => sum + length, 0));
  const alsoFilled = t('alsoFilled', { cells: hidden });
  const views = editor.kind.viewsOf?.(template) ?? editor.kind.templates;
  if (views.length < 2) return null;
  const nameOf = tellingApart(views.map(({ title }) => title[language]));
  return (
    <div className="form-switch">
      <select
        className="control"
        aria-label={t('form')}
        value={template.id}
        onChange={(event) => {
          const chosen = views.find((each) => each.id === event.target.value);
          if (!chosen) return;
          editor.records.template.set(chosen);
          editor.camera.fitWidth({ x: 0, y: 0, ...editor.records.placement().size });
        }}
      >
        {views.map((each) => (
          <option key={each.id} value={each.id}>
            {nameOf(each.title[language])}
          </option>
        ))}
      </select>
      {count > 0 && (
        <button type="button" className="link-button also-filled" title={alsoFilled} onClick={() => show({ of: 'outline' })}>
          {isSmall ? (
            alsoFilled
          ) : (
            <>
              <span className="also-filled-words">{alsoFilled}</span>
              <span className="also-filled-count figures" aria-hidden="true">
                +{count}
              </span>
            </>
          )}
        </button>
      )}
    </div>
  );
}
