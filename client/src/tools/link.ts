// The link tool: pressed on a card and let go on another, it joins the two, or parts them where they are joined. Which cards fit is the
// kind's to say; they are shown as soon as the first is in the hand. Two clicks do as well as a drag. Where nothing comes of it, it is said.
import { linkable, linkBetween, linksOf, toggleLink } from '@masa/shared/board';
import type { Point } from '@masa/shared/core';
import { commandOfTool } from '../editor/keymap.ts';
import { pinching } from './panning.ts';
import { begun, isDragged, standby } from './pressing.ts';
import { createScroller } from './scrolling.ts';
import { createMachine, type Down, type Refused, type State, type Tool, type ToolHost } from './tool.ts';

/** Ids of cards a card can be joined with or parted from now: what is locked is not among them. */
export function partnersOf({ editor }: Pick<ToolHost, 'editor'>, id: string): ReadonlySet<string> {
  const board = editor.board();
  const joined = linksOf(board).flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const others = new Set([...joined, ...linkable(board, id).map((other) => other.id)]);
  return new Set([...others].filter((other) => toggleLink(board, id, other).length > 0));
}

export function createLinkTool(host: ToolHost): Tool {
  const { editor } = host;
  const { gestures, camera } = editor;

  const cardAt = (at: Point): string | null => host.hit(at).card?.id ?? null;

  const idle = standby(host, {
    cursor: 'crosshair',
    press(down) {
      const id = cardAt(down.at);
      if (id === null) return undefined;
      const fits = partnersOf(host, id);
      gestures.own.set({ kind: 'link', from: id, at: down.at, fits, onto: null });
      return pressing(down, id, fits);
    },
    hover: (at) => host.hover(at && editor.readOnly.get() === null ? cardAt(at) : null),
  });

  const show = (from: string, fits: ReadonlySet<string>, at: Point): void => {
    const over = cardAt(at);
    gestures.own.set({ kind: 'link', from, at, fits, onto: over !== null && fits.has(over) ? over : null });
  };
  const clear = (): void => gestures.own.set(null);

  /** One of the two may have gone to the bin while it was in the hand. */
  const whyNot = (from: string, to: string): Refused => {
    const board = editor.board();
    const [one, two] = [board.get(from), board.get(to)];
    if (one?.gone !== null || two?.gone !== null) return 'linkGone';
    const isJoined = linksOf(board).some((link) => (link.from === from && link.to === to) || (link.from === to && link.to === from));
    return isJoined || linkBetween(board.kind, one, two) ? 'linkRefused' : 'linkUnfit';
  };

  const finish = (from: string, at: Point): State => {
    const to = cardAt(at);
    clear();
    if (to === null || to === from) return idle;
    const done = editor.perform(toggleLink(editor.board(), from, to));
    if (done.length === 0) {
      host.refused(whyNot(from, to));
      return idle;
    }
    // Chosen, the card shows its links.
    editor.selection.only(from, editor.records.placement().cards.get(from)?.cell ?? null, commandOfTool(editor.toolbox));
    editor.toolbox.done();
    return idle;
  };

  const pressing = (down: Down, from: string, fits: ReadonlySet<string>): State => ({
    name: 'pressing',
    cursor: 'crosshair',
    on(input) {
      if (input.do === 'pinch' || input.do === 'cancel') {
        clear();
        return input.do === 'pinch' ? pinching(host, () => idle, input) : idle;
      }
      if (input.do === 'move' && isDragged(down, input)) return begun(leading('drawing', from, fits, down), input);
      return input.do === 'up' ? leading('waiting', from, fits, down) : undefined;
    },
  });

  /** The end follows the pointer: while it is pressed (`drawing`), or until another card is clicked (`waiting`). */
  const leading = (name: 'drawing' | 'waiting', from: string, fits: ReadonlySet<string>, down: Down): State => {
    const scroller = createScroller(camera, down.screen);
    let screen = down.screen;
    let isPressed = name === 'drawing';
    return {
      name,
      cursor: 'crosshair',
      on(input) {
        if (editor.readOnly.get() !== null || input.do === 'cancel') return idle;
        if (input.do === 'pinch') return pinching(host, () => idle, input);
        if (input.do === 'down' && input.button === 0) isPressed = true;
        if (input.do === 'move' || input.do === 'down') {
          screen = input.screen;
          show(from, fits, camera.toBoard(screen));
        }
        if (input.do === 'tick' && isPressed && scroller(screen, input.elapsedMs)) show(from, fits, camera.toBoard(screen));
        return input.do === 'up' && isPressed ? finish(from, input.at) : undefined;
      },
      leave: clear,
    };
  };

  return createMachine('link', idle);
}
