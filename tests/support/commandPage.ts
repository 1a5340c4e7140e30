// A page around a board without a screen, as commands see it: it does what a page does and writes down what it is asked for.
import type { CommandHost, PanelName } from '@masa/client/commands/command.ts';
import type { Editor } from '@masa/client/editor/Editor.ts';
import type { Box } from '@masa/shared/core';
import { createObjects, freePlace, type NewObject } from '@masa/shared/objects';
import type { HeadlessBoard } from './headlessBoard.ts';

const files = import.meta.glob<Readonly<Record<string, string>>>('../../client/src/ui/messages/tools/{en,bg,ro,uk,nb}.ts', {
  import: 'default',
  eager: true,
});
/** The words of commands in a language. */
export const textsIn = (language: string): Readonly<Record<string, string>> => files[`../../client/src/ui/messages/tools/${language}.ts`] ?? {};

export interface Page {
  readonly host: CommandHost;
  readonly asked: string[];
}

/** A page around a board, that writes down what it is asked for. */
export function pageOf(editor: Editor, change: Partial<CommandHost> = {}): Page {
  const asked: string[] = [];
  const ask =
    (what: string) =>
    (...of: readonly unknown[]): void =>
      void asked.push([what, ...of.map((each) => JSON.stringify(each))].join(' '));
  const host: CommandHost = {
    editor,
    language: 'en',
    isSmall: false,
    panel: null,
    stage: { addCard: ask('add'), addPictures: () => Promise.resolve(), act: (action) => asked.push(`act ${action}`) > 0, paste: ask('paste') },
    isMapShown: false,
    people: [{ id: 'ion', name: 'Ion' }],
    follower: { following: null, lookHere: ask('look'), follow: ask('follow') },
    panels: new Set<PanelName>(['outline', 'people', 'bin', 'checks', 'reality', 'versions', 'comments', 'search']),
    show: ask('show'),
    openCard: ask('card'),
    bin: (ids) => editor.bin(ids),
    moveTo: ask('move'),
    linkTo: ask('link'),
    tooManyStars: ask('stars'),
    pasteSheet: ask('sheet'),
    palette: ask('palette'),
    help: ask('help'),
    menu: ask('menu'),
    showMap: ask('map'),
    setLanguage: ask('language'),
    pickPicture: ask('picture'),
    clip: ask('clip'),
    ...change,
  };
  return { host, asked };
}

/** Puts notes on the board; their ids are their texts. */
export const notes = (board: HeadlessBoard, boxes: Readonly<Record<string, readonly [number, number, number, number]>>): void => {
  const objects = Object.entries(boxes).map(([id, [x, y, w, h]]): NewObject => ({ id, type: 'note', text: id, place: freePlace({ x, y, w, h }) }));
  board.editor.perform(createObjects(board.editor.board(), objects, board.editor.context()));
};
export const boxOf = (board: HeadlessBoard, id: string): Box => {
  const placed = board.editor.records.free().get(id);
  if (!placed) throw new Error(`${id} is not in the free layer`);
  return placed.box;
};
