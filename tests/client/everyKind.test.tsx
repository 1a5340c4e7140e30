// What can be done to cards, as a table: a row is an intention, its columns are the canvas's way and the outline's. Every row is done on
// every sheet of every kind that has a place for it, and both boards must be the same afterwards.
import '@masa/client/panels/BinPanel.tsx';
import { createLinkTool } from '@masa/client/tools/link.ts';
import { linkBetween } from '@masa/shared/board';
import { writeComment } from '@masa/shared/objects';
import { act, fireEvent, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  both,
  cardIn,
  choose,
  command,
  dialog,
  dragTo,
  entryOf,
  insideOf,
  openSides,
  pick,
  press,
  SHEETS_WITH_CELLS,
  type Sides,
  tailOf,
  turnTo,
  type,
  within,
  write,
} from './everyKindSides.tsx';

interface Row {
  readonly name: string;
  /** Dropped by hand it lies where the pointer was; where in the cell is not compared. */
  readonly isAnywhere?: true;
  readonly canvas: (sides: Sides) => void;
  readonly outline: (sides: Sides) => Promise<void> | void;
}

/** Does rows one after the other on one board, and compares after each. */
async function walk(ref: string, rows: readonly Row[]): Promise<number> {
  const sides = await openSides(ref);
  for (const row of rows) {
    row.canvas(sides);
    await row.outline(sides);
    const [canvas, outline] = both(sides, row.isAnywhere);
    expect(outline, `${ref}: ${row.name}`).toEqual(canvas);
  }
  return rows.length;
}

/** A sheet of a matrix has twenty-seven cells, and machines are busy. */
const PATIENCE = 60_000;

const text = (cell: string, at: 1 | 2): string => `Card ${at} of ${cell}`;
const first = ({ cells }: Sides): string => cells[0]?.id ?? '';
const next = ({ some }: Sides, at: number): string => some[(at + 1) % some.length]?.id ?? '';

const MAKING: readonly Row[] = [
  {
    name: 'make a card in each cell, and with Enter one after it in the first',
    canvas({ canvas, cells }) {
      for (const { id } of cells) {
        canvas.editor.selection.at(id);
        canvas.act('edit');
        write(canvas, `New in ${id}`);
        canvas.writer.end('next-card');
        if (id === cells[0]?.id) write(canvas, `Next in ${id}`);
        canvas.writer.end();
      }
    },
    outline(sides) {
      for (const { id } of sides.cells) {
        turnTo(sides, id);
        const field = within(sides.page.container, '.new-card textarea');
        type(field, `New in ${id}`, false);
        fireEvent.keyDown(field, { key: 'Enter' });
        if (id !== first(sides)) continue;
        type(field, `Next in ${id}`, false);
        fireEvent.keyDown(field, { key: 'Enter' });
      }
    },
  },
  {
    name: 'change a text',
    canvas({ canvas, some }) {
      for (const { id } of some) {
        choose(canvas, cardIn(id, 2));
        canvas.act('edit');
        write(canvas, `Changed in ${id}`);
        canvas.writer.end();
      }
    },
    outline(sides) {
      for (const { id } of sides.some) {
        turnTo(sides, id);
        type(within(entryOf(sides, text(id, 2)), 'textarea.card-field'), `Changed in ${id}`);
      }
    },
  },
];

const MOVING: readonly Row[] = [
  {
    name: 'one down',
    canvas({ canvas, some }) {
      for (const { id } of some) {
        choose(canvas, cardIn(id, 1));
        canvas.act('move-down');
      }
    },
    outline(sides) {
      for (const { id } of sides.some) {
        turnTo(sides, id);
        press(entryOf(sides, text(id, 1)), 'Down');
      }
    },
  },
  {
    name: 'one up',
    canvas({ canvas, some }) {
      for (const { id } of some) {
        choose(canvas, cardIn(id, 1));
        canvas.act('move-up');
      }
    },
    outline(sides) {
      for (const { id } of sides.some) {
        turnTo(sides, id);
        press(entryOf(sides, text(id, 1)), 'Up');
      }
    },
  },
  {
    name: 'from each cell to the next, taking what that cell says',
    isAnywhere: true,
    canvas(sides) {
      for (const [at, { id }] of sides.some.entries()) dragTo(sides.canvas, cardIn(id, 1), insideOf(sides.canvas, next(sides, at)));
    },
    outline(sides) {
      for (const [at, { id }] of sides.some.entries()) {
        turnTo(sides, id);
        pick(entryOf(sides, text(id, 1)), 'Move to …', next(sides, at));
      }
    },
  },
];

const FREE: readonly Row[] = [
  {
    name: 'out of its cell onto the board',
    canvas({ canvas, some, template }) {
      for (const [at, { id }] of some.entries())
        dragTo(canvas, cardIn(id, 1), { x: template.size.w + 300 + 320 * (at % 4), y: 150 + 170 * Math.floor(at / 4) });
    },
    outline(sides) {
      for (const { id } of sides.some) {
        turnTo(sides, id);
        press(entryOf(sides, text(id, 1)), 'Take out of the cell');
      }
    },
  },
  {
    name: 'back into the next cell',
    isAnywhere: true,
    canvas(sides) {
      for (const [at, { id }] of sides.some.entries()) dragTo(sides.canvas, cardIn(id, 1), tailOf(sides.canvas, next(sides, at)));
    },
    outline(sides) {
      turnTo(sides, '-board');
      for (const [at, { id }] of sides.some.entries()) pick(entryOf(sides, text(id, 1)), 'Move to …', next(sides, at));
    },
  },
];

/** The outline's controls for one card, by the command of the canvas. */
const byCommand = (name: string, id: string, does: (entry: HTMLElement) => void): Row => ({
  name,
  canvas: (sides) => command(sides.canvas, id, cardIn(first(sides), 1)),
  outline(sides) {
    turnTo(sides, first(sides));
    does(entryOf(sides, text(first(sides), 1)));
  },
});

const SAYING: readonly Row[] = [
  byCommand('star', 'star', (entry) => press(entry, 'Say in plenary')),
  byCommand('take the star away', 'unstar', (entry) => press(entry, 'Say in plenary')),
  byCommand('react', 'react-heart', (entry) => pick(entry, 'React …', 'heart')),
  byCommand('take the reaction back', 'react-heart', (entry) => fireEvent.click(within(entry, '.talk-reaction'))),
  {
    name: 'comment',
    canvas({ canvas: { editor, act: does }, canvas, cells }) {
      const on = cardIn(cells[0]?.id ?? '', 1);
      choose(canvas, on);
      does('details');
      expect(canvas.asked.opened).toEqual([on]);
      editor.perform(writeComment(editor.board(), { text: 'Who says so?', on, at: { x: 0, y: 0 } }, editor.context()));
    },
    outline(sides) {
      turnTo(sides, first(sides));
      const talk = within(entryOf(sides, text(first(sides), 1)), 'details.talk-comments') as HTMLDetailsElement;
      act(() => {
        talk.open = true;
        fireEvent(talk, new Event('toggle'));
      });
      const field = within(talk, '.message-field textarea');
      type(field, 'Who says so?', false);
      fireEvent.keyDown(field, { key: 'Enter' });
    },
  },
  byCommand('lock', 'lock', (entry) => press(entry, 'Lock')),
  byCommand('unlock', 'unlock', (entry) => press(entry, 'Unlock')),
];

const BINNING: readonly Row[] = [
  {
    name: 'put into the bin',
    canvas(sides) {
      choose(sides.canvas, cardIn(first(sides), 1));
      sides.canvas.act('bin');
    },
    outline(sides) {
      turnTo(sides, first(sides));
      press(entryOf(sides, text(first(sides), 1)), 'Put in the bin');
    },
  },
  {
    name: 'bring back',
    canvas: ({ canvas }) => void canvas.act('undo'),
    async outline({ page }) {
      press(page.container, 'Bin, 1 card');
      await waitFor(() => press(within(page.container, '.drawer'), 'Put back'));
    },
  },
];

/** For each rule the kind has about links: the first two cards of the sheet it is about. */
function pairsOf({ canvas: { editor } }: Sides): readonly (readonly [string, string])[] {
  const board = editor.board();
  const shown = board.template.cells.flatMap((cell) => board.inCell(cell).slice(0, 1));
  const pairs = new Map<string, readonly [string, string]>();
  for (const one of shown)
    for (const other of shown) {
      const place = linkBetween(board.kind, one, other);
      if (place && !pairs.has(place.field)) pairs.set(place.field, [one.id, other.id]);
    }
  return [...pairs.values()];
}

const textOf = ({ page }: Sides, id: string): string => page.open.editor.board().get(id)?.text ?? '';

const linking = (name: string): Row => ({
  name,
  canvas(sides) {
    const { canvas } = sides;
    for (const [one, other] of pairsOf(sides)) {
      canvas.take(createLinkTool(canvas.host));
      canvas.drag([canvas.middle(one), canvas.middle(other), canvas.middle(other)]);
    }
  },
  async outline(sides) {
    for (const [one, other] of pairsOf(sides)) {
      turnTo(sides, one.slice(0, one.lastIndexOf('-')));
      press(entryOf(sides, textOf(sides, one)), 'Link to …');
      const shown = await dialog();
      const choice = [...shown.querySelectorAll('button')].find((each) => each.textContent?.endsWith(textOf(sides, other)));
      if (!choice) throw new Error(`${textOf(sides, other)} is not offered`);
      fireEvent.click(choice);
      press(shown, 'Done');
    }
  },
});

test.each(SHEETS_WITH_CELLS)(
  'SAME-1 cards are made and written alike on canvas and in the outline: %s',
  async (ref) => expect(await walk(ref, MAKING)).toBe(MAKING.length),
  PATIENCE,
);
test.each(SHEETS_WITH_CELLS)(
  'SAME-2 a card that moves says the same of itself, dragged or sent: %s',
  async (ref) => expect(await walk(ref, MOVING)).toBe(MOVING.length),
  PATIENCE,
);
/** A risk is rated or in the tray, never beside the sheet. */
const LEAVING = SHEETS_WITH_CELLS.filter((ref) => !ref.startsWith('risks'));
test.each(LEAVING)(
  'SAME-3 a card leaves its cell and comes back alike: %s',
  async (ref) => expect(await walk(ref, FREE)).toBe(FREE.length),
  PATIENCE,
);
test.each(SHEETS_WITH_CELLS)(
  'SAME-4 stars, reactions, comments and locks are the same: %s',
  async (ref) => expect(await walk(ref, SAYING)).toBe(SAYING.length),
  PATIENCE,
);
test.each(SHEETS_WITH_CELLS)(
  'SAME-5 what goes into the bin comes back alike: %s',
  async (ref) => expect(await walk(ref, BINNING)).toBe(BINNING.length),
  PATIENCE,
);

const LINKED = SHEETS_WITH_CELLS.filter((ref) => /^(smart|form|service|risks|needs-research|implementation)/u.test(ref));
test.each(LINKED)(
  'SAME-6 cards are joined and parted alike: %s',
  async (ref) => {
    expect(await walk(ref, [linking('join'), linking('part')])).toBe(2);
  },
  PATIENCE,
);
