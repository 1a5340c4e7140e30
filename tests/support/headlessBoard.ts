// A board without a screen: document, editor, index and tools as they are wired on a stage, with letters of equal width.
import { createWriter, type Writer } from '@masa/client/canvas/writer.ts';
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import { type BoardInput, createInput, type Input, type PointerSample } from '@masa/client/editor/input.ts';
import { createSpatialIndex } from '@masa/client/editor/spatialIndex.ts';
import { type ActionHost, createActions } from '@masa/client/tools/actions.ts';
import { makeByKeyboard } from '@masa/client/tools/byKeyboard.ts';
import { createHandTool } from '@masa/client/tools/hand.ts';
import { createSelectTool } from '@masa/client/tools/select.ts';
import type { Aim, NewComment, Refused, Tool } from '@masa/client/tools/tool.ts';
import type { Typesetting } from '@masa/shared/board';
import { type Box, orderKeys, type Point, wrap } from '@masa/shared/core';
import { apply, type Edit, PERSON, seed } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import * as Y from 'yjs';

export const EVEN: Typesetting = { text: (piece) => 9 * piece.length, summary: (piece) => 7 * piece.length };
export const ME = { id: 'me', name: 'Мария', library: 'Искра', region: 'Казанлък' };
export const NOBODY = { shift: false, mod: false, alt: false };

/** Cards by slot: the text is the id as well, with spaces as `-`. */
export type Filling = Readonly<Record<string, readonly string[]>>;

const idOfText = (text: string): string => text.replace(/[^\w]/g, '-').slice(0, 60);

export function fillEdits(filling: Filling): readonly Edit[] {
  return Object.entries(filling).flatMap(([cell, texts]) => {
    const keys = orderKeys(null, null, texts.length);
    return texts.map(
      (text, at): Edit => ({
        do: 'create',
        id: idOfText(text),
        type: 'card',
        place: { cell, order: keys[at] ?? 'a0' },
        text,
        facets: { author: ME, created: 1 },
      }),
    );
  });
}

/** An object of the free layer: [x, y, w, h], turned by `rot` degrees. Later ones lie above. */
export interface FreeFilling {
  readonly id: string;
  readonly type?: string;
  readonly box: readonly [number, number, number, number];
  readonly rot?: number;
  readonly text?: string;
  readonly facets?: Readonly<Record<string, unknown>>;
}

export function freeEdits(objects: readonly FreeFilling[]): readonly Edit[] {
  const keys = orderKeys(null, null, objects.length);
  return objects.map(
    ({ id, type = 'note', box, rot = 0, text = '', facets = {} }, at): Edit => ({
      do: 'create',
      id,
      type,
      place: { box, rot },
      text,
      facets: { author: ME, created: 1, z: keys[at], ...facets },
    }),
  );
}

export interface HeadlessBoard {
  readonly doc: Y.Doc;
  readonly editor: Editor;
  readonly writer: Writer;
  readonly tool: Tool;
  readonly input: Input;
  readonly act: ReturnType<typeof createActions>;
  readonly asked: {
    readonly opened: string[];
    readonly moved: (readonly string[])[];
    confirm: boolean;
    readonly confirmed: number[];
    readonly menus: Point[];
    readonly comments: (string | NewComment)[];
    readonly texts: { readonly at: Point; readonly width: number | undefined }[];
    readonly aims: (Aim | null)[];
    /** Why links were not made. */
    readonly refused: Refused[];
    readonly said: string[];
    readonly commands: string[];
  };
  /** Puts another tool into the hand. */
  take(tool: Tool): void;
  readonly host: ActionHost;
  now: number;
  /** Long presses that are waiting. */
  readonly holds: Set<() => void>;
  send(input: BoardInput): void;
  /** A pointer sample at a board point. */
  at(point: Point, change?: Partial<PointerSample>): PointerSample;
  click(point: Point, change?: Partial<PointerSample>): void;
  /** Presses at one point, wanders to others, releases at the last. */
  drag(points: readonly Point[], change?: Partial<PointerSample>): void;
  box(id: string): Box;
  middle(id: string): Point;
  cell(id: string): Box;
  /** Texts of a cell's cards in order. */
  texts(cell: string): readonly string[];
  dispose(): void;
}

export function openHeadlessBoard(
  filling: Filling = {},
  options: {
    readonly template?: string;
    readonly tool?: 'select' | 'hand';
    readonly objects?: readonly FreeFilling[];
    readonly isStaff?: boolean;
  } = {},
): HeadlessBoard {
  const found = templateByRef(options.template ?? 'form-a');
  if (!found) throw new Error('no such template');
  const doc = new Y.Doc();
  seed(doc, { kind: found.kind.id, template: 'form-a@1' });
  apply(doc, [...fillEdits(filling), ...freeEdits(options.objects ?? [])], PERSON);
  const board = { now: 1_000 };
  const editor = createEditor({
    doc,
    kind: found.kind,
    template: found.template,
    language: 'en',
    measure: EVEN,
    context: () => ({ author: ME, now: board.now, isStaff: options.isStaff ?? false }),
  });
  editor.camera.viewport.set({ w: 1_600, h: 900 });
  const index = createSpatialIndex();
  const fresh = (): typeof index => {
    index.follow(editor.records.placement());
    return index;
  };
  const writer = createWriter(
    editor,
    (text, width) => wrap(text, width, EVEN.text).length,
    () => EVEN,
  );
  const asked: HeadlessBoard['asked'] = {
    opened: [],
    moved: [],
    confirm: true,
    confirmed: [],
    menus: [],
    comments: [],
    texts: [],
    aims: [],
    refused: [],
    said: [],
    commands: [],
  };
  const host: ActionHost = {
    editor,
    hit: (at) => ({
      free: editor.records.free().at(at, 6) ?? null,
      mark: null,
      card: fresh().cardAt(at) ?? null,
      cell: fresh().cellAt(at) ?? null,
    }),
    cardsIn: (box) => fresh().cardsIn(box),
    endWriting: () => writer.end(),
    write: (id, typed) => void writer.open(id, typed),
    writeNew: (target, typed) => void writer.openNew(target, typed),
    hover: () => undefined,
    menu: (screen) => void asked.menus.push(screen),
    openComment: (of) => void asked.comments.push(of),
    writeText: (point, width) => void asked.texts.push({ at: point, width }),
    aim: (aim) => void asked.aims.push(aim),
    refused: (why) => void asked.refused.push(why),
    said: (sentence) => void asked.said.push(sentence),
    make: () => void makeByKeyboard(host, editor.toolbox.tool.get()),
    command(action) {
      asked.commands.push(action);
      return true;
    },
    openCard: (id) => void asked.opened.push(id),
    confirmDelete(count) {
      asked.confirmed.push(count);
      return Promise.resolve(asked.confirm);
    },
    moveTo: (ids) => void asked.moved.push(ids),
    help: () => undefined,
  };
  let tool = options.tool === 'hand' ? createHandTool(host) : createSelectTool(host);
  const holds = new Set<() => void>();
  const send = (input: BoardInput): void => tool.handle(input);
  const input = createInput({
    camera: editor.camera,
    send,
    after(_, then) {
      holds.add(then);
      return () => void holds.delete(then);
    },
  });
  editor.onTaken(() => input.cancel());
  const at = (point: Point, change: Partial<PointerSample> = {}): PointerSample => {
    const screen = editor.camera.toScreen(point);
    return { id: 1, kind: 'mouse', button: 0, modifiers: NOBODY, atMs: 0, ...screen, ...change };
  };
  const box = (id: string): Box => {
    const placed = editor.records.placement().cards.get(id);
    if (!placed) throw new Error(`${id} is not on the board`);
    return placed.box;
  };
  const placedCell = (id: string): ReturnType<typeof editor.records.placement>['cells'][number] => {
    const cell = editor.records.placement().cells.find((each) => each.id === id);
    if (!cell) throw new Error(`no cell ${id}`);
    return cell;
  };
  let clock = 0;
  const made = Object.assign(board, {
    doc,
    editor,
    writer,
    host,
    take(next: Tool) {
      tool.handle({ do: 'cancel' });
      tool = next;
    },
    input,
    act: createActions(host),
    asked,
    holds,
    send,
    at,
    click(point: Point, change: Partial<PointerSample> = {}) {
      clock += 1_000;
      input.down(at(point, { atMs: clock, ...change }));
      input.up(at(point, { atMs: clock + 50, ...change }));
    },
    drag(points: readonly Point[], change: Partial<PointerSample> = {}) {
      const [first, ...rest] = points;
      if (!first) return;
      clock += 1_000;
      input.down(at(first, { atMs: clock, ...change }));
      for (const point of rest) input.move(at(point, { atMs: clock, ...change }));
      input.up(at(rest.at(-1) ?? first, { atMs: clock, ...change }));
    },
    box,
    middle(id: string) {
      const { x, y, w, h } = box(id);
      return { x: x + w / 2, y: y + h / 2 };
    },
    cell: (id: string) => placedCell(id).rect,
    texts: (id: string) => placedCell(id).cards.map((card) => editor.records.projection.get(card.id)?.text ?? ''),
    dispose() {
      writer.dispose();
      editor.dispose();
    },
  });
  return Object.defineProperty(made, 'tool', { get: () => tool }) as typeof made & Pick<HeadlessBoard, 'tool'>;
}

/** What a peer who does nothing at all says of the free layer. */
export const STILL = { transform: null, ink: null, view: null, following: null, ping: null } as const;
