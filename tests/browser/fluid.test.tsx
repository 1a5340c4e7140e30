// What a change paints on a board with hundreds of cards, counted by the painter of cards.
import { createTypesetting } from '@masa/client/canvas/typesetting.ts';
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import { viewOf } from '@masa/client/kinds/index.ts';
import { createCards } from '@masa/shared/board';
import { apply, PERSON, SERVER, seed } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ME } from '../support/headlessBoard.ts';
import { open, prepareStage, quiet } from '../support/stage.tsx';

beforeAll(prepareStage);
afterEach(cleanup);

const WHO = { author: ME, now: Date.now(), isStaff: true };

/** A marketplace on the stage with so many ideas, and the ids of the cards that are painted. */
async function market(count: number) {
  const found = templateByRef('marketplace@1');
  if (!found) throw new Error('no marketplace');
  const doc = new Y.Doc();
  seed(doc, { kind: found.kind.id, template: 'marketplace@1' });
  const editor: Editor = createEditor({
    ...found,
    doc,
    language: 'en',
    measure: createTypesetting(),
    context: () => ({ author: ME, now: Date.now() }),
  });
  const add = (index: number, texts: readonly string[]): void =>
    void apply(
      doc,
      createCards(
        editor.board(),
        { cell: 'ideas', index },
        texts.map((text) => ({ text })),
        WHO,
      ),
      SERVER,
    );
  add(
    0,
    Array.from({ length: count }, (_, at) => `Stall ${at}`),
  );
  const painted: string[] = [];
  const view = viewOf(found.kind.id);
  const { card } = view.painters;
  const counting = {
    ...view,
    painters: {
      ...view.painters,
      card: (...args: Parameters<typeof card>) => {
        painted.push(args[2].text);
        card(...args);
      },
    },
  };
  const { frames } = await open({}, { editor, view: counting });
  const ideas = editor.records.placement().cells.find(({ id }) => id === 'ideas');
  if (!ideas) throw new Error('no ideas');
  editor.camera.view.set({ x: ideas.rect.x - 40, y: ideas.rect.y - 40, zoom: 1 });
  await quiet(frames);
  expect(painted).toContain('Stall 0');
  painted.length = 0;
  return { doc, editor, add, painted, frames };
}

test('FLUID-4 a card that arrives out of sight at the end of a cell with hundreds paints next to nothing', async () => {
  const { add, painted, frames } = await market(300);
  add(300, ['Far below']);
  await quiet(frames);
  expect(new Set(painted).size).toBeLessThanOrEqual(4);
  expect(painted).not.toContain('Far below');
});

test('FLUID-5 a card that arrives in sight is painted with what it pushes, and nothing that nobody sees', async () => {
  const { add, painted, frames, editor } = await market(300);
  const seen = editor.records.placement().cards.size;
  add(4, ['In sight']);
  await quiet(frames);
  expect(editor.records.placement().cards.size).toBe(seen + 1);
  expect(painted).toContain('In sight');
  expect(painted).toContain('Stall 4');
  // Below what anybody sees nothing is painted.
  expect(new Set(painted).size).toBeLessThan(40);
  apply(
    editor.doc,
    [
      {
        do: 'text',
        id:
          editor
            .board()
            .live()
            .find(({ text }) => text === 'In sight')?.id ?? '',
        text: 'In fright',
      },
    ],
    PERSON,
  );
  painted.length = 0;
  await quiet(frames);
  expect(painted).toContain('In fright');
  expect(new Set(painted).size).toBeLessThanOrEqual(4);
});
