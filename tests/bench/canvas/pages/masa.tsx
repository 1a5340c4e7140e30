// Masa's own canvas as it runs in the app: a Yjs document, record store, editor and BoardStage in React.
import '@masa/client/ui/fonts.css';
import '@masa/client/ui/theme.css';
import { BoardStage } from '@masa/client/canvas/BoardStage.tsx';
import type { StageLabels } from '@masa/client/canvas/labels.ts';
import { createTypesetting, loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import { viewOf } from '@masa/client/kinds/index.ts';
import { serviceCanvas } from '@masa/shared/kinds';
import { createRoot } from 'react-dom/client';
import { contentDoc, notesOf, wideForm } from './content.ts';

const LABELS: StageLabels = {
  add: 'Добави',
  example: (text) => `Например: ${text}`,
  movedBy: (name) => `Преместено от ${name}`,
  writing: (name) => `${name} пише`,
  unsupported: 'Непознат вид',
  cards: (count) => `${count} картички`,
  board: 'Дъска',
  description: 'Дъска с картички',
  atCard: ({ text, cell, index, count }) => `${text}, ${cell}, ${index} от ${count}`,
  atCell: ({ cell, count, hint }) => `${cell}, ${count}, ${hint}`,
  cardText: (cell) => `Текст, ${cell}`,
  left: (characters) => `Остават ${characters}`,
  tooLong: 'Твърде дълго',
  split: 'Раздели',
  moveRest: 'Премести остатъка',
  failed: 'Не се получи',
};

const author = { id: 'person-0', name: 'Мария Петрова', library: 'Градска библиотека', region: 'Запад' };
let editor: Editor | undefined;

const made = (): Editor => {
  if (!editor) throw new Error('prepare first');
  return editor;
};

window.bench = {
  async prepare(count) {
    await loadBoardFont();
    editor = createEditor({
      doc: contentDoc(count),
      kind: serviceCanvas,
      template: wideForm(count),
      language: 'bg',
      measure: createTypesetting(),
      context: () => ({ author, now: Date.now() }),
    });
    return notesOf(editor.records.placement());
  },
  mount(first) {
    const root = document.createElement('div');
    root.style.cssText = 'position:fixed;inset:0';
    document.body.append(root);
    made().camera.view.set(first);
    createRoot(root).render(
      <BoardStage editor={made()} view={viewOf(serviceCanvas.id)} language="bg" labels={LABELS} onOpenCard={() => {}} onPaste={() => {}} />,
    );
  },
  view: (next) => made().camera.view.set(next),
  select: (ids) => made().selection.many(ids),
};
