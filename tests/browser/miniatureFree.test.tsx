// Miniatures of boards with a free layer, painted in a real Chromium and read pixel by pixel.
import { BoardMiniature } from '@masa/client/canvas/BoardMiniature.tsx';
import { createReader, typesOf } from '@masa/shared/board';
import { apply, createProjection, type Edit, PERSON } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import '../support/views.ts';

afterEach(cleanup);

const note = (id: string, x: number, y: number): Edit => ({
  do: 'create',
  id,
  type: 'note',
  place: { box: [x, y, 200, 200], rot: 0 },
  text: '',
  facets: { colour: 'red' },
});

/** Shows a board and gives the colour at a place of its picture, parts of its width and height. */
async function picture(ref: string, edits: readonly Edit[]): Promise<(x: number, y: number) => string> {
  const found = templateByRef(ref);
  if (!found) throw new Error('no template');
  const doc = new Y.Doc();
  apply(doc, edits, PERSON);
  const projection = createProjection(doc, typesOf(found.kind));
  let paints = 0;
  const { container } = render(
    <BoardMiniature
      board={createReader(found.kind, found.template, projection.records())}
      width={240}
      height={220}
      language="en"
      label="Table 1"
      onPaint={() => {
        paints += 1;
      }}
    />,
  );
  await expect.poll(() => paints).toBeGreaterThan(0);
  const canvas = container.querySelector('canvas');
  return (x, y) => {
    const pixels = canvas?.getContext('2d')?.getImageData(Math.floor(x * (canvas.width - 1)), Math.floor(y * (canvas.height - 1)), 1, 1).data ?? [];
    return [...pixels].join(' ');
  };
}

test('EMPTY-7 a miniature of a board without a sheet shows what lies there, and an empty one shows the table', async () => {
  const bare = await picture('empty', []);
  expect(bare(0.5, 0.5)).toBe(bare(0.02, 0.98));
  cleanup();
  const at = await picture('empty', [note('one', 10_000, 5_000), note('two', 11_000, 5_800)]);
  const table = at(0.98, 0.02);
  expect(at(0.15, 0.1)).not.toBe(table);
  expect(at(0.5, 0.5)).toBe(table);
});

test('EMPTY-7 a miniature of a sheet shows what lies beside it', async () => {
  const at = await picture('form-a', [note('far', 3_000, 1_200)]);
  const table = at(0.5, 0.95);
  expect(at(0.25, 0.2)).not.toBe(table);
  expect(at(0.8, 0.1)).toBe(table);
  expect(at(0.97, 0.44)).not.toBe(table);
});
