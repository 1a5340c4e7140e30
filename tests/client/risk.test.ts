// What a risk matrix paints above its cards, and the words of its panels.
import { detailAt } from '@masa/client/canvas/detail.ts';
import { paintOver } from '@masa/client/kinds/risk-matrix/over.ts';
import { mostGiven, ratingText } from '@masa/client/kinds/risk-matrix/words.ts';
import { createPlacer, type Template } from '@masa/shared/board';
import { LANGUAGES } from '@masa/shared/core';
import { expect, test } from 'vitest';
import { RISKS_5, type RiskBoard, rated, riskBoard, templateOf } from '../kinds/riskBoard.ts';
import { createRecordingPen } from '../support/recordingPen.ts';

const EVEN = { text: (piece: string) => 9 * piece.length, summary: (piece: string) => 7 * piece.length };
const AFTER = templateOf('risks-5-after');
const EVERYTHING = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 };

const painted = (risk: RiskBoard, template: Template, zoom = 1, visible = EVERYTHING) => {
  const board = risk.board(template);
  const placement = createPlacer(EVEN).place(board, { language: 'en' });
  const pen = createRecordingPen();
  paintOver(pen, { board, placement, language: 'en', detail: detailAt(zoom), visible });
  return { placement, drawn: pen.drawn };
};

const MOVED = { ...rated(5, 5), after: { likelihood: 2, consequence: 2 } };

test('RISK-50 each risk carries its code and the letter of its band; an action carries nothing, and from far away nobody does', () => {
  const risk = riskBoard([
    { id: 'a', facets: rated(5, 5) },
    { id: 'b', facets: rated(3, null) },
    { id: 'do', cell: 'actions' },
  ]);
  const texts = (zoom: number) =>
    painted(risk, RISKS_5, zoom)
      .drawn.filter(({ how }) => how === 'text')
      .map(({ text }) => text);
  expect(texts(1).toSorted()).toEqual(['R1 · VH', 'R2']);
  expect(texts(0.1)).toEqual([]);
});

test('RISK-51 after treatment an arrow leads from the cell a risk was in to its card; before treatment, unmoved, unrated and from far away there is none', () => {
  const risk = riskBoard([{ id: 'a', facets: MOVED }]);
  const arrows = (of: RiskBoard, template: Template, zoom = 1) => painted(of, template, zoom).drawn.filter(({ how }) => how === 'path');
  const { placement } = painted(risk, AFTER);
  const from = placement.cells.find(({ id }) => id === 'l5c5')?.rect ?? { x: 0, y: 0, w: 0, h: 0 };
  const card = placement.cards.get('a')?.box ?? { x: 0, y: 0, w: 0, h: 0 };
  const numbers = (arrows(risk, AFTER)[0]?.text.match(/-?[\d.]+/gu) ?? []).map(Number);
  expect(numbers.slice(0, 2)).toEqual([from.x + from.w / 2, from.y + from.h / 2]);
  const [x = 0, y = 0] = numbers.slice(4, 6);
  // The head touches the card's edge and lies outside of it.
  expect([x - (card.x + card.w), y - (card.y + card.h / 2)].every((gap) => Math.abs(gap) <= 5)).toBe(true);
  expect(arrows(risk, AFTER, 0.35)).toEqual([]);
  expect(arrows(risk, RISKS_5)).toEqual([]);
  for (const facets of [{ ...rated(2, 2), after: { likelihood: 2, consequence: 2 } }, rated(5, 5), { after: { likelihood: 2, consequence: 2 } }, {}])
    expect(arrows(riskBoard([{ id: 'a', facets }]), AFTER)).toEqual([]);
});

test('RISK-52 what cannot be seen is not drawn', () => {
  const risk = riskBoard([{ id: 'a', facets: MOVED }]);
  expect(painted(risk, AFTER, 1, { x: -9_000, y: -9_000, w: 10, h: 10 }).drawn).toEqual([]);
});

test('FLUID-10 the signs of a full matrix are looked up for the cells in sight; the way of an arrow once between two changes', () => {
  const full = Array.from({ length: 300 }, (_, at) => ({
    id: `r${at}`,
    facets: { ...rated(1 + (at % 5), 1), after: { likelihood: 3, consequence: 3 } },
  }));
  const risk = riskBoard(full);
  const asks = (template: Template) => {
    let count = 0;
    const board = risk.board(template);
    const counted = {
      ...board,
      get: (id: string) => {
        count += 1;
        return board.get(id);
      },
    };
    const placement = createPlacer(EVEN).place(board, { language: 'en' });
    const inSight = placement.cells.find(({ id }) => id === 'l3c3')?.cards.at(0)?.box ?? { x: 0, y: 0, w: 0, h: 0 };
    const paint = (): number => {
      count = 0;
      paintOver(createRecordingPen(), { board: counted, placement, language: 'en', detail: detailAt(1), visible: inSight });
      return count;
    };
    return { first: paint(), again: paint(), went: placement.cells.find(({ id }) => id === 'l3c3')?.cards.length ?? 0 };
  };
  expect(asks(RISKS_5)).toMatchObject({ first: 0, again: 0 });
  // One card is in sight, and all that are there came from elsewhere.
  const { first, again, went } = asks(AFTER);
  expect(went).toBeGreaterThan(200);
  expect([first, again]).toEqual([went + 1, 1]);
});

test('RISK-52 a sign is drawn where nothing of its card is seen but the sign', () => {
  const risk = riskBoard([{ id: 'a', facets: rated(3, 3) }]);
  const { x, y } = painted(risk, RISKS_5).placement.cards.get('a')?.box ?? { x: 0, y: 0 };
  const texts = painted(risk, RISKS_5, 1, { x, y: y - 12, w: 200, h: 6 }).drawn.filter(({ how }) => how === 'text');
  expect(texts.map(({ text }) => text)).toEqual(['R1 · M']);
});

test('RISK-53 a rating is told in the words of the sheet’s own scale, in five languages', () => {
  const words = LANGUAGES.map((language) => ratingText(RISKS_5, { likelihood: 1, consequence: 5 }, language));
  expect(words).toContain('Rare · disastrous (medium)');
  expect(words).toContain('Рядко · катастрофално (среден)');
  expect(ratingText(templateOf('risks-3'), { likelihood: 3, consequence: 'unknown' }, 'en')).toBe('Almost certain · don’t know');
  expect(ratingText(RISKS_5, { likelihood: null, consequence: 2 }, 'nb')).toBe('– · ergerlig');
  expect([ratingText(RISKS_5, null, 'en'), ratingText(RISKS_5, { likelihood: null, consequence: null }, 'en')]).toEqual(['', '']);
});

test('RISK-54 what most seats gave is offered to agree on; a tie and “don’t know” are not', () => {
  const cell = (likelihood: number | 'unknown', consequence: number) => ({ likelihood, consequence });
  expect(mostGiven([cell(2, 3), cell(4, 4), cell(2, 3)])).toEqual(cell(2, 3));
  expect(mostGiven([cell(2, 3), cell(4, 4)])).toBeNull();
  expect(mostGiven([cell('unknown', 3), cell('unknown', 3), cell(1, 1)])).toEqual(cell(1, 1));
  expect(mostGiven([])).toBeNull();
});
