// Masa's own canvas as it runs in the app: a Yjs document, record store, editor and BoardStage in React.
import '@masa/client/ui/fonts.css';
import '@masa/client/ui/theme.css';
import { BoardStage } from '@masa/client/canvas/BoardStage.tsx';
import type { StageLabels } from '@masa/client/canvas/labels.ts';
import { createTypesetting, loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import { serviceCanvasView } from '@masa/client/kinds/service-canvas/view.ts';
import { apply, PERSON } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import { cardsOf, contentDoc, notesOf, templateFor } from './content.ts';

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
  atObject: ({ what }) => what,
};

const author = { id: 'person-0', name: 'Мария Петрова', library: 'Градска библиотека', region: 'Запад' };
let editor: Editor | undefined;
/** Somebody else's copy of the board; made when they first write. */
let peer: Y.Doc | undefined;

const made = (): Editor => {
  if (!editor) throw new Error('prepare first');
  return editor;
};

/** What a peer writes arrives as an update, as the provider applies it. */
function peerOf(doc: Y.Doc): Y.Doc {
  if (peer) return peer;
  peer = new Y.Doc();
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
  peer.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'a peer'));
  return peer;
}

window.bench = {
  async prepare(count, content) {
    await loadBoardFont();
    editor = createEditor({
      doc: contentDoc(content, count),
      kind: serviceCanvas,
      template: templateFor(content, count),
      language: 'bg',
      measure: createTypesetting(),
      context: () => ({ author, now: Date.now() }),
    });
    return content === 'cards' ? cardsOf(editor.records.placement()) : notesOf(editor.records.free().all());
  },
  mount(first) {
    const root = document.createElement('div');
    root.style.cssText = 'position:fixed;inset:0';
    document.body.append(root);
    made().camera.view.set(first);
    createRoot(root).render(
      <BoardStage editor={made()} view={serviceCanvasView} language="bg" labels={LABELS} onOpenCard={() => {}} onPaste={() => {}} />,
    );
  },
  view: (next) => made().camera.view.set(next),
  select: (ids) => made().selection.many(ids),
  edit: (id, text) => void apply(peerOf(made().doc), [{ do: 'text', id, text }], PERSON),
};
