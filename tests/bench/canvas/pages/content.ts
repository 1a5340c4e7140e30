// The content of the canvas benches: cards of forty Cyrillic characters in the cells of form A, whose cells are spread over a wide page
// so that an overview shows all of them.
import { createTypesetting, loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import { createPlacer, type Placement, readerOf, type Template, typesOf } from '@masa/shared/board';
import { apply, createProjection, SERVER, seed } from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import * as Y from 'yjs';
import { noteText, orderFor } from '../../sync/writer.ts';
import type { Note } from './protocol.ts';

const ACROSS = 4;
const GAP = 20;

/** Form A with its cells in a grid, each as wide as makes `count` cards fill a screen's shape. */
export function wideForm(count: number): Template {
  const perCell = Math.max(1, count / formA.cells.length);
  const columns = Math.max(1, Math.round(Math.sqrt(0.38 * perCell)));
  const [w, h] = [24 + columns * 280, 160];
  const cells = formA.cells.map((cell, at) => ({
    ...cell,
    rect: { x: GAP + (at % ACROSS) * (w + GAP), y: GAP + Math.floor(at / ACROSS) * (h + GAP), w, h },
  }));
  const rows = Math.ceil(cells.length / ACROSS);
  return { ...formA, id: 'bench', size: { w: GAP + ACROSS * (w + GAP), h: GAP + rows * (h + GAP) }, cells };
}

/** A document with `count` cards, as the server would send it. */
export function contentDoc(count: number): Y.Doc {
  const doc = new Y.Doc();
  seed(doc, { kind: serviceCanvas.id, template: 'form-a@1' });
  const slots = formA.cells.map((cell) => cell.slots[0]?.slot ?? 'parking');
  apply(
    doc,
    Array.from({ length: count }, (_, at) => ({
      do: 'create',
      id: `note-${at}`,
      type: 'card',
      place: { cell: slots[at % slots.length] as string, order: orderFor(at) },
      text: noteText(at),
      facets: {
        created: 1_790_000_000_000 + at,
        author: { id: `person-${at % 6}`, name: 'Мария Петрова', library: 'Градска библиотека', region: 'Запад' },
      },
    })),
    SERVER,
  );
  return doc;
}

/** The notes of a placement, for those who draw without Masa. */
export function notesOf(placement: Placement): readonly Note[] {
  return [...placement.cards.values()].map(({ id, box, lines }) => ({ id, x: box.x, y: box.y, w: box.w, h: box.h, text: lines.join(' '), lines }));
}

export async function placedNotes(count: number): Promise<readonly Note[]> {
  await loadBoardFont();
  const projection = createProjection(contentDoc(count), typesOf(serviceCanvas));
  return notesOf(createPlacer(createTypesetting()).place(readerOf(serviceCanvas, wideForm(count), projection), { language: 'bg' }));
}
