// A board on a stage in a real Chromium, and the few things tests do with it.
import { BoardStage, type BoardStageProps } from '@masa/client/canvas/BoardStage.tsx';
import type { StageLabels } from '@masa/client/canvas/labels.ts';
import { createTypesetting, loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import { CHECK_MS } from '@masa/client/canvas/watches.ts';
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import { viewOf } from '@masa/client/kinds/index.ts';
import './views.ts';
import '@masa/client/ui/fonts.css';
import { tokensCss } from '@masa/client/ui/tokens.ts';
import type { Language } from '@masa/shared/core';
import { apply, PERSON, seed } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import * as Y from 'yjs';
import { type Filling, type FreeFilling, fillEdits, freeEdits, ME } from './headlessBoard.ts';

const LABELS: StageLabels = {
  add: 'Add',
  example: (text) => `For example: ${text}`,
  movedBy: (name) => `moved by ${name}`,
  writing: (name) => `${name} is writing`,
  unsupported: 'not supported here',
  cards: (count) => `${count} cards`,
  board: 'The board',
  description: 'Arrows move about.',
  atCard: ({ text, cell, index, count }) => `${text}, ${index} of ${count} in ${cell}`,
  atCell: ({ cell, count }) => `${cell}, ${count} cards`,
  cardText: (cell) => `Card in ${cell}`,
  left: (characters) => `${characters} left`,
  tooLong: 'Not saved: too long',
  split: 'Split into cards',
  moveRest: 'Move the rest to notes',
  atObject: ({ what, selected }) => `${what}; ${selected} selected`,
};

/** Once a file: colours, font, a window. */
export async function prepareStage(): Promise<void> {
  const style = document.createElement('style');
  style.textContent = `${tokensCss()} body { margin: 0 }`;
  document.head.append(style);
  // Not larger than the browser's window: a scaled frame has no pixels to compare.
  await page.viewport(1200, 700);
  await loadBoardFont();
}

export interface Opened {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly frames: string[];
  readonly commits: () => number;
}

export async function open(
  filling: Filling,
  change: Partial<BoardStageProps> = {},
  language: Language = 'en',
  objects: readonly FreeFilling[] = [],
): Promise<Opened> {
  const found = templateByRef('form-a');
  if (!found) throw new Error('no template');
  const doc = new Y.Doc();
  seed(doc, { kind: found.kind.id, template: 'form-a@1' });
  apply(doc, [...fillEdits(filling), ...freeEdits(objects)], PERSON);
  const editor = createEditor({
    ...found,
    doc,
    language,
    measure: createTypesetting(),
    context: () => ({ author: ME, now: Date.now() }),
  });
  const frames: string[] = [];
  let commits = 0;
  render(
    <Profiler id="stage" onRender={() => (commits += 1)}>
      <div style={{ width: 1_000, height: 640 }}>
        <BoardStage
          editor={editor}
          view={viewOf(found.kind.id)}
          language={language}
          labels={LABELS}
          onOpenCard={() => undefined}
          onPaste={() => undefined}
          onFrame={(painted) => void frames.push(painted.join('+'))}
          {...change}
        />
      </div>
    </Profiler>,
  );
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  await quiet(frames);
  return { editor, doc, frames, commits: () => commits };
}

export const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * When the board's own checks of what has changed by now are done. Not a guess at how long they take: this timer was set after theirs and runs
 * as long, this idle turn was asked for after theirs, and both queues are first in, first out.
 */
const checked = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  await new Promise((resolve) => requestIdleCallback(resolve));
};

const painted = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await frame();
};

/** Waits until nothing is painted for half a second's frames, and the checks of what has changed have been painted too. */
export async function quiet(frames: readonly string[]): Promise<void> {
  let before: number;
  do {
    before = frames.length;
    await Promise.all([painted(30), checked()]);
    await painted(2);
  } while (frames.length !== before);
}

export const stage = (): HTMLElement => {
  const at = document.querySelector<HTMLElement>('.masa-stage');
  if (!at) throw new Error('no stage');
  return at;
};
export const field = (): HTMLTextAreaElement | null => document.querySelector('.masa-stage textarea');
export const press = (type: string, x: number, y: number, change: PointerEventInit = {}): void => {
  const surface = document.querySelector('.masa-stage__surface');
  const { left, top } = stage().getBoundingClientRect();
  surface?.dispatchEvent(
    new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + x, clientY: top + y, button: 0, pointerType: 'mouse', ...change }),
  );
};
export const screenOf = (editor: Editor, id: string): { x: number; y: number; w: number; h: number } => {
  const placed = editor.records.placement().cards.get(id);
  if (!placed) throw new Error(`${id} is not on the board`);
  const { zoom } = editor.camera.view.get();
  return { ...editor.camera.toScreen(placed.box), w: placed.box.w * zoom, h: placed.box.h * zoom };
};
