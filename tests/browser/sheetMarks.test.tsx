// Marks on a real canvas: arrows of the template, links under the cards, stars, rings, and advice beside a card.
import type { Editor } from '@masa/client/editor/Editor.ts';
import type { Box } from '@masa/shared/core';
import { smartDiagram } from '@masa/shared/kinds';
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { difference, photograph, type Region, range } from '../support/pixels.ts';
import { open, prepareStage, press, quiet, screenOf, stage } from '../support/stage.tsx';

beforeAll(prepareStage);
afterEach(cleanup);

const FILLING = {
  'target-group': ['Young parents in the housing estate'],
  needs: ['a warm place in winter', 'somebody who listens'],
  activities: ['Songs and rhymes every Tuesday', 'Walks with prams'],
  partners: ['the nurse'],
};

/** A board seen as the smart diagram, at a zoom. */
async function diagram(zoom: number, at = { x: 0, y: 0 }) {
  const opened = await open(FILLING);
  const { editor, frames } = opened;
  act(() => {
    editor.records.template.set(smartDiagram);
    editor.camera.view.set({ ...at, zoom });
  });
  await quiet(frames);
  return opened;
}

const onScreen = (editor: Editor, { x, y, w, h }: Box): Region => {
  const { zoom } = editor.camera.view.get();
  return { ...editor.camera.toScreen({ x, y }), w: w * zoom, h: h * zoom };
};

test('MARKED-1 the template’s arrows are seen between the cells', async () => {
  const { editor } = await diagram(0.6);
  const { cells } = editor.records.placement();
  const [needs, service] = ['needs', 'service'].map((id) => cells.find((cell) => cell.id === id)?.rect);
  if (!needs || !service) throw new Error('no cells');
  const between = { x: needs.x, y: needs.y + needs.h + 6, w: needs.w, h: service.y - needs.y - needs.h - 12 };
  expect(between.h).toBeGreaterThan(20);
  const { darkest, lightest } = range((await photograph())(onScreen(editor, between)));
  expect(darkest - lightest).toBeGreaterThan(60);
});

test('MARKED-11 a new link is painted under the cards, where it runs and nowhere else', async () => {
  const { editor, frames } = await diagram(0.6, { x: 0, y: 300 });
  const cut = await photograph();
  const { width, height } = stage().getBoundingClientRect();
  const whole = { x: 0, y: 0, w: width, h: height };
  const card = screenOf(editor, 'Walks-with-prams');
  const words = { x: card.x + 8, y: card.y + 4, w: card.w - 30, h: card.h - 8 };
  const [before, wordsBefore] = [cut(whole), cut(words)];
  const painted = frames.length;
  act(() => void editor.perform([{ do: 'set', id: 'Songs-and-rhymes-every-Tuesday', facet: 'uses', value: ['the-nurse'] }]));
  await quiet(frames);
  expect(frames.length).toBeGreaterThan(painted);
  const after = await photograph();
  expect(difference(before, after(whole))).toBeGreaterThan(0);
  expect(difference(wordsBefore, after(words))).toBe(0);
});

test('MARKED-12 the links of a chosen card stand out and step back again', async () => {
  const { editor, frames } = await diagram(0.6, { x: 0, y: 300 });
  act(() => void editor.perform([{ do: 'set', id: 'Songs-and-rhymes-every-Tuesday', facet: 'uses', value: ['the-nurse'] }]));
  await quiet(frames);
  const nurse = editor.records.placement().cells.find(({ id }) => id === 'partners')?.rect;
  const below = editor.records.placement().cells.find(({ id }) => id === 'activities')?.rect;
  if (!nurse || !below) throw new Error('no cells');
  // The way between the two cells, which no card covers.
  const way = onScreen(editor, { x: 40, y: nurse.y + nurse.h, w: 1_520, h: below.y - nurse.y - nurse.h });
  const quietWay = (await photograph())(way);
  act(() => editor.selection.only('the-nurse', 'partners'));
  await quiet(frames);
  expect(difference(quietWay, (await photograph())(way))).toBeGreaterThan(0);
  act(() => editor.selection.clear());
  await quiet(frames);
  // Where lines cross, the edge of a repainted region is mixed anew.
  expect(difference(quietWay, (await photograph())(way))).toBeLessThan(0.01);
});

test('MARKED-50 advice stands beside the card the pointer rests on, and goes with it', async () => {
  const { editor, frames } = await diagram(0.8, { x: 0, y: 200 });
  await quiet(frames);
  const card = screenOf(editor, 'somebody-who-listens');
  const under = { x: card.x + 4, y: card.y + card.h + 24, w: 160, h: 24 };
  const before = (await photograph())(under);
  // Checks are worked out when the writing pauses: the pointer rests there until they are.
  const advised = async (): Promise<number> => {
    press('pointermove', card.x + card.w / 2, card.y + card.h / 2);
    await quiet(frames);
    return difference(before, (await photograph())(under));
  };
  await expect.poll(advised).toBeGreaterThan(1);
  press('pointermove', 2, 2);
  await quiet(frames);
  expect(difference(before, (await photograph())(under))).toBeLessThan(0.2);
});
