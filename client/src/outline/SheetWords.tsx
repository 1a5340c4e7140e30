// The words that stand on the sheet beside its cells: axes, levels with their examples, what a row is about.
import type { Template } from '@masa/shared/board';
import { useBoard } from '../board/boardContext.ts';
import { useText } from '../ui/text.ts';

export function SheetWords({ template: { captions = [] } }: { readonly template: Pick<Template, 'captions'> }) {
  const t = useText('sheet');
  const { language } = useBoard();
  if (captions.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t('sheetWords')}</summary>
      <ul>
        {captions.map(({ text, note, rect }) => (
          <li key={`${rect.x} ${rect.y} ${text.en}`}>
            {text[language]}
            {note && <span className="quiet-text"> {note[language]}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
