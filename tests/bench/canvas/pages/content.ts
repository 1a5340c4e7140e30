// The content of the canvas benches: forty Cyrillic characters each, as sticky notes of 160 × 160 side by side in the free layer, or as
// cards in the cells of form A, whose cells are spread over a wide page so that an overview shows all of them.
import { createTypesetting, loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import { createPlacer, type Placement, readerOf, type Template, typesOf } from '@masa/shared/board';
import { apply, createProjection, type Place, SERVER, seed } from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { type PlacedObject, placeObject } from '@masa/shared/objects';
import * as Y from 'yjs';
import { noteText, orderFor } from '../../sync/writer.ts';
import type { Content, Note } from './protocol.ts';

const ACROSS = 4;
const GAP = 20;
const NOTE = 160;
/** Width : height of all notes together, as a screen is. */
const SHAPE = 16 / 9;

/** Form A with its cells in a grid, each as wide as makes `count` cards fill a screen's shape. */
function wideForm(count: number): Template {
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

export const templateFor = (content: Content, count: number): Template => (content === 'cards' ? wideForm(count) : formA);

const SLOTS = formA.cells.map((cell) => cell.slots[0]?.slot ?? 'parking');

/** Where object number `at` of `count` lies. */
function placeOf(content: Content, at: number, count: number): Place {
  if (content === 'cards') return { cell: SLOTS[at % SLOTS.length] as string, order: orderFor(at) };
  const columns = Math.max(1, Math.round(Math.sqrt(count * SHAPE)));
  return { box: [(at % columns) * (NOTE + GAP), Math.floor(at / columns) * (NOTE + GAP), NOTE, NOTE], rot: 0 };
}

/** A document with `count` objects, as the server would send it. */
export function contentDoc(content: Content, count: number): Y.Doc {
  const doc = new Y.Doc();
  seed(doc, { kind: serviceCanvas.id, template: 'form-a@1' });
  apply(
    doc,
    Array.from({ length: count }, (_, at) => ({
      do: 'create',
      id: `note-${at}`,
      type: content === 'cards' ? 'card' : 'note',
      place: placeOf(content, at, count),
      text: noteText(at),
      facets: {
        created: 1_790_000_000_000 + at,
        author: { id: `person-${at % 6}`, name: 'Мария Петрова', library: 'Градска библиотека', region: 'Запад' },
        ...(content === 'cards' ? {} : { z: orderFor(at) }),
      },
    })),
    SERVER,
  );
  return doc;
}

/** The cards of a placement, for those who draw without Masa. */
export const cardsOf = (placement: Placement): readonly Note[] =>
  [...placement.cards.values()].map(({ id, box, lines }) => ({ id, x: box.x, y: box.y, w: box.w, h: box.h, text: lines.join(' '), lines }));

/** The same of the free layer. */
export const notesOf = (placed: readonly PlacedObject[]): readonly Note[] =>
  placed.map(({ id, box, text }) => {
    const lines = text?.lines ?? [];
    return { id, x: box.x, y: box.y, w: box.w, h: box.h, text: lines.join(' '), lines };
  });

export async function placedNotes(content: Content, count: number): Promise<readonly Note[]> {
  await loadBoardFont();
  const projection = createProjection(contentDoc(content, count), typesOf(serviceCanvas));
  const measure = createTypesetting();
  if (content === 'notes') return notesOf([...projection.records()].map((record) => placeObject(record, { measure, placed: () => undefined })));
  return cardsOf(createPlacer(measure).place(readerOf(serviceCanvas, wideForm(count), projection), { language: 'bg' }));
}
