// A board that is opened for one of its cards, `/boards/<id>?card=<card>`: shows it and opens its details, once for each such address.
import { useEffect } from 'react';
import { useSearch } from 'wouter';
import type { Panel } from '../board/boardContext.ts';
import type { Editor } from '../editor/Editor.ts';
import { revealObject } from '../panels/revealObject.ts';
import { whenThere } from './whenThere.ts';

interface Page {
  readonly editor: Editor;
  /** The board is here as the server or this device has it. */
  readonly isLoaded: boolean;
  readonly isSmall: boolean;
  readonly show: (panel: Panel) => void;
  /** The card is not, or no longer, on this board. */
  readonly onGone: () => void;
}

/** Without the card in it: a reload, or a way back in the history, opens the board as it is. */
function forgetCard(): void {
  const url = new URL(location.href);
  url.searchParams.delete('card');
  history.replaceState(history.state, '', url);
}

export function useCardInAddress({ editor, isLoaded, isSmall, show, onGone }: Page): void {
  const search = useSearch();
  useEffect(() => {
    const id = new URLSearchParams(search).get('card');
    if (id === null || !isLoaded) return undefined;
    let isOver = false;
    void whenThere(editor, id).then((isThere) => {
      if (isOver) return;
      forgetCard();
      if (!isThere) {
        onGone();
        return;
      }
      show({ of: 'card', id });
      if (isSmall) return;
      // The canvas chooses its own first view when it comes: after that.
      whenMeasured(editor, () => void revealObject(editor, id));
    });
    return () => {
      isOver = true;
    };
  }, [search, editor, isLoaded, isSmall, show, onGone]);
}

/** Runs once the canvas has a size and a frame has passed in which it took its first view. */
function whenMeasured({ camera }: Editor, act: () => void): void {
  const later = (): void => void requestAnimationFrame(() => requestAnimationFrame(act));
  if (camera.viewport.get().w > 1) {
    later();
    return;
  }
  const stop = camera.viewport.subscribe(() => {
    if (camera.viewport.get().w <= 1) return;
    stop();
    later();
  });
}
