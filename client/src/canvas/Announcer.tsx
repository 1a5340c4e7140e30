// Says where the keyboard is on the board, for those who hear it. Real editing by ear happens in the outline, which shows the same.
import { typeOf } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Editor } from '../editor/Editor.ts';
import type { StageLabels } from './labels.ts';

export interface AnnouncerProps {
  readonly editor: Editor;
  readonly language: Language;
  readonly labels: StageLabels;
}

/** The sentence for the place the keyboard is at; empty if it is nowhere. */
export function placeSaid(editor: Editor, language: Language, labels: StageLabels): string {
  const { cell: cellId, card, ids } = editor.selection.get();
  const { cells, cards } = editor.records.placement();
  const placed = card === null ? undefined : cards.get(card);
  const free = card === null ? undefined : editor.records.free().get(card);
  if (free) {
    const { record } = free;
    const type = typeOf(editor.kind, record.type);
    const title = type?.told?.title(record, editor.board(), language) ?? record.text;
    return labels.atObject({ what: type && title === record.text ? `${type.label[language]}: ${title}` : title, selected: ids.size });
  }
  const cell = cells.find((each) => each.id === (placed?.cell ?? cellId));
  if (!cell) return '';
  const title = cell.cell.title[language];
  if (!placed || card === null)
    return labels.atCell({ cell: title, count: cell.cards.length, hint: cell.cards.length === 0 ? cell.cell.hint[language] : '' });
  const text = editor.records.projection.get(card)?.text ?? '';
  return labels.atCard({ text, cell: title, index: placed.index + 1, count: cell.cards.length, selected: ids.size });
}

export function Announcer({ editor, language, labels }: AnnouncerProps): ReactNode {
  useSyncExternalStore(editor.selection.subscribe, editor.selection.get);
  return (
    <div className="masa-stage__said" aria-live="polite">
      {placeSaid(editor, language, labels)}
    </div>
  );
}
