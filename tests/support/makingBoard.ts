// A board without a screen with any tool in the hand, and a record of what the tools ask of their surroundings.
import { type BoardInput, createInput, type Input, type PointerSample } from '@masa/client/editor/input.ts';
import { createSpatialIndex } from '@masa/client/editor/spatialIndex.ts';
import type { ToolName } from '@masa/client/editor/toolbox.ts';
import { loadTool } from '@masa/client/tools/index.ts';
import type { Aim, NewComment, Tool, ToolHost } from '@masa/client/tools/tool.ts';
import type { Point } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { createObjects, freePlace, type NewObject } from '@masa/shared/objects';
import { type Filling, type HeadlessBoard, NOBODY, openHeadlessBoard } from './headlessBoard.ts';

interface Asked {
  readonly written: string[];
  readonly texts: { readonly at: Point; readonly width: number | undefined }[];
  readonly comments: (string | NewComment)[];
  readonly menus: { readonly screen: Point; readonly at: Point }[];
  aim: Aim | null;
}

export interface MakingBoard {
  readonly board: HeadlessBoard;
  readonly editor: HeadlessBoard['editor'];
  readonly host: ToolHost;
  readonly asked: Asked;
  readonly input: Input;
  readonly tool: Tool;
  readonly holds: Set<() => void>;
  /** How often the document changed since the board was opened. */
  readonly changes: () => number;
  send(input: BoardInput): void;
  at(point: Point, change?: Partial<PointerSample>): PointerSample;
  click(point: Point, change?: Partial<PointerSample>): void;
  drag(points: readonly Point[], change?: Partial<PointerSample>): void;
  /** Puts an object on the board, as another tool would have. Returns its id. */
  put(object: NewObject): string;
  /** Live objects of the free layer, lowest first. */
  free(): readonly BoardRecord[];
  /** An object's record. Throws if it is not there. */
  record(id: string): BoardRecord;
}

export const place = (x: number, y: number, w: number, h: number, rot = 0) => freePlace({ x, y, w, h }, rot);

export async function openMakingBoard(name: ToolName, filling: Filling = {}): Promise<MakingBoard> {
  const board = openHeadlessBoard(filling);
  const { editor } = board;
  const index = createSpatialIndex();
  const fresh = (): typeof index => {
    index.follow(editor.records.placement());
    return index;
  };
  const asked: Asked = { written: [], texts: [], comments: [], menus: [], aim: null };
  const host: ToolHost = {
    editor,
    hit: (at) => ({
      free: editor.records.free().at(at, 6 / editor.camera.view.get().zoom) ?? null,
      mark: null,
      card: fresh().cardAt(at) ?? null,
      cell: fresh().cellAt(at) ?? null,
    }),
    cardsIn: (box) => fresh().cardsIn(box),
    endWriting: () => board.writer.end(),
    write: (id) => void asked.written.push(id),
    writeNew: () => undefined,
    hover: () => undefined,
    menu: (screen, at) => void asked.menus.push({ screen, at }),
    openComment: (of) => void asked.comments.push(of),
    writeText: (at, width) => void asked.texts.push({ at, width }),
    aim(at) {
      asked.aim = at;
    },
    said: () => undefined,
    refused: () => undefined,
  };
  editor.toolbox.take(name);
  const tool = await loadTool(name, host);
  // As on a stage: whatever is laid down forgets what it was doing.
  editor.toolbox.tool.subscribe(() => tool.handle({ do: 'cancel' }));
  let changes = 0;
  editor.doc.on('update', () => {
    changes += 1;
  });
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
  const at = (point: Point, change: Partial<PointerSample> = {}): PointerSample => ({
    id: 1,
    kind: 'mouse',
    button: 0,
    modifiers: NOBODY,
    atMs: 0,
    ...editor.camera.toScreen(point),
    ...change,
  });
  let clock = 0;
  return {
    board,
    editor,
    host,
    asked,
    input,
    tool,
    holds,
    changes: () => changes,
    send,
    at,
    click(point, change = {}) {
      clock += 1_000;
      input.down(at(point, { atMs: clock, ...change }));
      input.up(at(point, { atMs: clock, ...change }));
    },
    drag(points, change = {}) {
      const [first, ...rest] = points;
      if (!first) return;
      clock += 1_000;
      input.down(at(first, { atMs: clock, ...change }));
      for (const point of rest) input.move(at(point, { atMs: clock, ...change }));
      input.up(at(rest.at(-1) ?? first, { atMs: clock, ...change }));
    },
    put(object) {
      const [made] = editor.perform(createObjects(editor.board(), [object], editor.context()));
      changes = 0;
      return made?.id ?? '';
    },
    free: () => editor.board().free(),
    record(id) {
      const found = editor.records.projection.get(id);
      if (!found) throw new Error(`${id} is not there`);
      return found;
    },
  };
}
