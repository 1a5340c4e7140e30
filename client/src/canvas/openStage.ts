// What lives while a stage is on the screen: scene, writer, tools and listeners, wired to one another. Made when the canvases exist,
// disposed with them.
import { SHEET, selfOf, type Target } from '@masa/shared/board';
import { centreOf, inset, type Placed, type Point, type Unsubscribe, wrap } from '@masa/shared/core';
import { toOwn } from '@masa/shared/objects';
import type { Layer } from 'konva/lib/Layer';
import type { Editor } from '../editor/Editor.ts';
import type { BoardInput } from '../editor/input.ts';
import type { BoardAction, CommandAction } from '../editor/keymap.ts';
import type { SpatialIndex } from '../editor/spatialIndex.ts';
import type { ToolName } from '../editor/toolbox.ts';
import { type ActionHost, contentBox, createActions } from '../tools/actions.ts';
import { createHandTool } from '../tools/hand.ts';
import { fetchTools, loadTool, makeHere, toolHere } from '../tools/index.ts';
import { newText } from '../tools/newObjects.ts';
import type { Pictures, PicturesOptions } from '../tools/pictures.ts';
import { createSelectTool } from '../tools/select.ts';
import type { NewComment, Refused, Tool } from '../tools/tool.ts';
import { createWaitingTool } from '../tools/waiting.ts';
import type { KindView } from './KindView.ts';
import { createKeyboard, type Keyboard } from './keyboard.ts';
import type { StageLabels } from './labels.ts';
import { listenToPictures } from './pictureDrop.ts';
import { listenToPointers } from './pointers.ts';
import { REACTIONS_REACH, reactionAt } from './reactions.ts';
import { createScene, type LayerName, type Scene, type Surface } from './scene.ts';
import { createMeasure } from './typesetting.ts';
import { createWriter, type Writer } from './writer.ts';

export interface StageEvents {
  readonly onOpenCard: (id: string) => void;
  /** A text that is more than one card. `keepAsOne` puts it into the field that is open, if one is. */
  readonly onPaste: (text: string, target: Target, keepAsOne?: (text: string) => void) => void;
  readonly onMoveTo?: (ids: readonly string[]) => void;
  /** Asked before more cards than `LIMITS.deleteConfirm` go to the bin; without it they go. */
  readonly onConfirmDelete?: (count: number) => Promise<boolean>;
  readonly onHelp?: () => void;
  /** Opens the menu about what is selected, at a place of the stage, CSS pixels from its top left corner. */
  readonly onMenu?: (screen: Point, at: Point) => void;
  /** Opens a conversation, or begins one on an object or at a place. */
  readonly onComment?: (of: string | NewComment) => void;
  /** A sentence for the person: what could not be done. */
  readonly onSaid?: (sentence: string) => void;
  /** Two cards were not linked. */
  readonly onRefused?: (why: Refused) => void;
  /** A command of the keymap that the board's surroundings do. False = nothing to do. */
  readonly onCommand?: (action: CommandAction) => boolean;
  /** An arrow was wanted by key, and it is not clear between which two. */
  readonly onNeedsTwo?: () => void;
  /** Sends a picture to the server, which names it; without it no pictures can be put here. */
  readonly upload?: PicturesOptions['upload'];
  /** Address of an uploaded picture. */
  readonly pictureUrl?: (id: string, size: 'full' | 'thumb') => string;
  /** Where the pointer is, for presence. */
  readonly onPoint?: (at: Point | null) => void;
  /** After each frame that painted, for measuring. */
  readonly onFrame?: (painted: readonly LayerName[]) => void;
}

export interface StageParts {
  readonly root: HTMLElement;
  readonly canvases: HTMLElement;
  readonly surface: HTMLElement;
  readonly layers: Readonly<Record<LayerName, Layer>>;
  readonly props: () => StageEvents & { readonly labels: StageLabels };
}

export interface OpenStage {
  readonly scene: Scene;
  readonly writer: Writer;
  readonly keyboard: Keyboard;
  readonly tool: Tool;
  /** Does what a key of the board does. False = there was nothing to do. */
  act(action: BoardAction): boolean;
  /** Puts pictures into the middle of what is in sight; asks which, unless they are given. */
  addPictures(files?: readonly File[]): Promise<void>;
  /** @param byKeyboard the focus came by Tab: the keyboard then stands in the first cell. */
  focus(focused: boolean, byKeyboard: boolean): void;
  dispose(): void;
}

/** How long after the stage opens the making tools are fetched, ms. */
const FETCH_MS = 400;
/** A thin line is still hit this far beside it, px. */
const HIT_PX = 6;

/** The reaction at a point: of an object, or of a card below it. */
function markAt(editor: Editor, index: SpatialIndex, at: Point): { readonly id: string; readonly mark: string } | null {
  const { marks } = editor.records;
  if (marks.size === 0) return null;
  const near = inset({ ...at, w: 0, h: 0 }, -REACTIONS_REACH);
  const chip = (id: string, placed: Placed): { readonly id: string; readonly mark: string } | null => {
    const mark = reactionAt(toOwn(placed, at), { x: 0, y: 0, w: placed.box.w, h: placed.box.h }, marks.on(id));
    return mark && { id, mark };
  };
  for (const placed of [...editor.records.free().within(near)].reverse()) {
    const found = chip(placed.id, placed);
    if (found) return found;
  }
  for (const card of index.cardsIn(near)) {
    const found = chip(card.id, { box: card.box, rot: 0 });
    if (found) return found;
  }
  return null;
}

const surfaceOf = (layer: Layer): Surface => ({
  paint: () => void layer.drawScene(),
  show(visible) {
    layer.getNativeCanvasElement().style.visibility = visible ? 'visible' : 'hidden';
  },
  ratio: (pixels) => layer.getCanvas().setPixelRatio(pixels),
});

export function openStage(editor: Editor, view: KindView, { root, canvases, surface, layers, props }: StageParts): OpenStage {
  const { selection, records, camera } = editor;
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
  const measure = createMeasure(SHEET.cardText);
  const writer = createWriter(editor, (text, width) => wrap(text, width, measure).length);
  const scene = createScene(editor, {
    view,
    labels: () => props().labels,
    surfaces: { board: surfaceOf(layers.board), live: surfaceOf(layers.live) },
    shift(dx, dy, scale) {
      canvases.style.transform = `translate(${dx}px, ${dy}px)${scale === 1 ? '' : ` scale(${scale})`}`;
    },
    reducedMotion: () => stillness.matches,
    devicePixelRatio: () => window.devicePixelRatio,
    pictureUrl: (id, size) => props().pictureUrl?.(id, size) ?? '',
    self: selfOf(editor.context()),
    onFrame: (painted) => props().onFrame?.(painted),
  });
  const host: ActionHost = {
    editor,
    hit(at) {
      const index = scene.index();
      const free = records.free().at(at, HIT_PX / camera.view.get().zoom);
      return { free: free ?? null, mark: markAt(editor, index, at), card: index.cardAt(at) ?? null, cell: index.cellAt(at) ?? null };
    },
    cardsIn: (box) => scene.index().cardsIn(box),
    endWriting: () => writer.end(),
    write: (id, typed) => void writer.open(id, typed),
    writeNew: (target, typed) => void writer.openNew(target, typed),
    hover: (id) => scene.hover(id),
    menu: (screen, at) => props().onMenu?.(screen, at),
    openComment: (of) => props().onComment?.(of),
    writeText: (at, width) => void writer.openNewObject(newText(at, editor.toolbox.next.get(), width)),
    aim: (at) => scene.aim(at),
    said: (sentence) => props().onSaid?.(sentence),
    refused: (why) => props().onRefused?.(why),
    make: () =>
      void makeHere(host, editor.toolbox.tool.get()).then((done) => {
        // With one card chosen, links are chosen from a list.
        if (!done && editor.toolbox.tool.get() === 'link') props().onCommand?.('link-to');
        else if (!done) props().onNeedsTwo?.();
      }),
    command: (action) => props().onCommand?.(action) ?? false,
    openCard: (id) => props().onOpenCard(id),
    confirmDelete: (count) => props().onConfirmDelete?.(count) ?? Promise.resolve(true),
    moveTo: (ids) => props().onMoveTo?.(ids),
    help: () => props().onHelp?.(),
  };
  const tools = new Map<ToolName, Tool>([
    ['select', createSelectTool(host)],
    ['hand', createHandTool(host)],
  ]);
  const select = tools.get('select') as Tool;
  let tool = select;
  const switchTo = (next: Tool): void => {
    tool.handle({ do: 'cancel' });
    tool = next;
    look();
  };
  const look = (): void => {
    if (surface.style.cursor !== tool.cursor) surface.style.cursor = tool.cursor;
  };
  const send = (input: BoardInput): void => {
    tool.handle(input);
    look();
  };
  /** Takes the tool the toolbox names; those that make things are fetched when they are first wanted. */
  const take = (): void => {
    const name = editor.toolbox.tool.get();
    // Whoever took it from a bar goes on with it on the board.
    if (name !== 'select' && document.activeElement?.closest('[role="toolbar"]')) root.focus({ preventScroll: true });
    const known = tools.get(name) ?? toolHere(name, host);
    if (known) {
      tools.set(name, known);
      if (known !== tool) switchTo(known);
      return;
    }
    const waiting = createWaitingTool(host);
    switchTo(waiting);
    loadTool(name, host).then(
      (loaded) => {
        tools.set(name, loaded);
        if (tool !== waiting) return;
        tool = loaded;
        waiting.hand(loaded);
        look();
      },
      () => tool === waiting && editor.toolbox.take('select'),
    );
  };
  let pointer: Point | null = null;
  const pointers = listenToPointers({
    surface,
    root,
    camera,
    send,
    onPoint(at) {
      pointer = at;
      if (!at) scene.hover(null);
      props().onPoint?.(at);
    },
  });
  const act = createActions(host);
  const keyboard = createKeyboard({
    editor,
    writer,
    act,
    space: (isDown) => send({ do: 'space', isDown }),
    cancelGesture() {
      if (tool.path.endsWith('.idle')) return false;
      pointers.cancel();
      return true;
    },
    onPaste: (text, target) => props().onPaste(text, target),
    pointer: () => pointer,
  });
  if (camera.view.get().zoom === 1 && camera.view.get().x === 0 && camera.view.get().y === 0) {
    const { w, h } = records.placement().size;
    if (w > 0) camera.fitWidth({ x: 0, y: 0, w, h });
    else camera.fit(contentBox(editor), 48, 1);
  }
  let pictures: Promise<Pictures | undefined> | undefined;
  const putPictures = async (files: readonly File[], at: Point): Promise<void> => {
    const { upload } = props();
    if (!upload || files.length === 0) return;
    pictures ??= Promise.all([import('../tools/pictures.ts'), import('./pictureChoice.ts')]).then(
      ([{ createPictures }, { pictureSize }]) =>
        createPictures({
          editor,
          upload,
          sizeOf: pictureSize,
          show: (waiting) => scene.await(waiting),
          said: (sentence) => props().onSaid?.(sentence),
        }),
      () => undefined,
    );
    await (await pictures)?.add(files, at);
  };
  const stops: Unsubscribe[] = [
    listenToPictures({ root, camera, onFiles: (files, at) => void putPictures(files, at), pointer: () => pointer }),
    editor.toolbox.tool.subscribe(take),
    editor.onTaken(() => pointers.cancel()),
  ];
  take();
  // After the first picture, before anybody can have reached for a tool.
  const fetching = setTimeout(fetchTools, FETCH_MS);
  stops.push(() => clearTimeout(fetching));
  if ('fonts' in document) {
    const repaint = (): void => scene.invalidate();
    document.fonts.addEventListener('loadingdone', repaint);
    stops.push(() => document.fonts.removeEventListener('loadingdone', repaint));
  }

  return {
    scene,
    writer,
    keyboard,
    act,
    async addPictures(files) {
      await putPictures(files ?? (await (await import('./pictureChoice.ts')).choosePictures()), centreOf(camera.visible()));
    },
    get tool() {
      return tool;
    },
    focus(focused, byKeyboard) {
      scene.focus(focused);
      if (!focused) send({ do: 'space', isDown: false });
      const { ids, cell, card } = selection.get();
      const isSomewhere = ids.size > 0 || cell !== null || card !== null;
      if (!focused || !byKeyboard || editor.toolbox.tool.get() !== 'select' || isSomewhere) return;
      const [first] = [...records.placement().cells].sort((a, b) => a.cell.order - b.cell.order);
      if (first && writer.field.get() === null) selection.at(first.id);
    },
    dispose() {
      tool.handle({ do: 'cancel' });
      for (const stop of stops) stop();
      pointers.dispose();
      scene.dispose();
      writer.dispose();
    },
  };
}
