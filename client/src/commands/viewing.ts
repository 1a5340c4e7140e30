// Looking about: how large, where, and which panels stand beside the board.
import { templateRef } from '@masa/shared/board';
import type { Box } from '@masa/shared/core';
import { contentBox } from '@masa/shared/objects';
import { chosenBox } from '../editor/arrangement.ts';
import type { Editor } from '../editor/Editor.ts';
import { isWhole, wholeNow } from '../kinds/wholes.ts';
import type { Command, PanelName } from './command.ts';
import { first } from './command.ts';
import { needsChosen } from './editing.ts';
import { needsCanvas } from './making.ts';

export const ZOOM_STEP = 1.25;
/** Around what is shown whole, px. */
const MARGIN = 24;

function zoomBy({ camera }: Editor, factor: number): void {
  const { w, h } = camera.viewport.get();
  camera.zoomAt({ x: w / 2, y: h / 2 }, factor);
}

/** The sheet with everything that lies beside it. */
export const wholeBoard = ({ records }: Editor): Box => contentBox(records.placement(), records.free().all());

/** Questions come later than the sheet: until they are here, nobody says there are none. */
function mayAsk({ kind, records }: Editor): boolean {
  const template = records.template.get();
  const asking = wholeNow(kind).templates.find((each) => templateRef(each) === templateRef(template)) ?? template;
  return !isWhole(kind) || asking.cells.some(({ question }) => question);
}

const panelCommand = (panel: PanelName, id: 'outline' | 'people' | 'bin-open' | 'progress' | 'versions' | 'comments'): Command => ({
  id,
  group: 'panels',
  label: id,
  isOn: (host) => host.panel === panel,
  whyNot: ({ panels }) => (panels.has(panel) ? null : 'whyNotHere'),
  run: (host) => host.show(host.panel === panel ? null : panel),
});

export const VIEWING: readonly Command[] = [
  { id: 'zoom-in', group: 'view', label: 'zoom-in', whyNot: needsCanvas, run: ({ editor }) => zoomBy(editor, ZOOM_STEP) },
  { id: 'zoom-out', group: 'view', label: 'zoom-out', whyNot: needsCanvas, run: ({ editor }) => zoomBy(editor, 1 / ZOOM_STEP) },
  { id: 'zoom-full', group: 'view', label: 'zoom-full', whyNot: needsCanvas, run: ({ editor }) => editor.camera.setZoom(1) },
  { id: 'zoom-fit', group: 'view', label: 'zoom-fit', whyNot: needsCanvas, run: ({ editor }) => editor.camera.fit(wholeBoard(editor), MARGIN) },
  {
    id: 'zoom-selection',
    group: 'view',
    label: 'zoom-selection',
    whyNot: first(needsCanvas, needsChosen),
    run({ editor }) {
      const box = chosenBox(editor);
      if (box) editor.camera.fit(box, 4 * MARGIN);
    },
  },
  {
    id: 'minimap',
    group: 'view',
    label: 'minimap',
    whyNot: needsCanvas,
    isOn: ({ isMapShown }) => isMapShown,
    run: ({ showMap, isMapShown }) => showMap(!isMapShown),
  },
  // Asked for again, it goes on with another word instead of closing.
  { id: 'search', group: 'view', label: 'search', isOn: ({ panel }) => panel === 'search', run: ({ show }) => show('search') },
  {
    id: 'look-here',
    group: 'together',
    label: 'look-here',
    whyNot: ({ follower, people }) => (!follower ? 'whyNotHere' : people.length === 0 ? 'whyAlone' : null),
    run: ({ follower }) => follower?.lookHere(),
  },
  panelCommand('outline', 'outline'),
  panelCommand('people', 'people'),
  panelCommand('bin', 'bin-open'),
  panelCommand('checks', 'progress'),
  {
    id: 'reality',
    group: 'panels',
    label: 'reality',
    isOn: ({ panel }) => panel === 'reality',
    whyNot: first(
      ({ panels }) => (panels.has('reality') ? null : 'whyNotHere'),
      ({ editor }) => (mayAsk(editor) ? null : 'whyNoQuestions'),
    ),
    run: ({ panel, show }) => show(panel === 'reality' ? null : 'reality'),
  },
  panelCommand('comments', 'comments'),
  panelCommand('versions', 'versions'),
  { id: 'help', group: 'help', label: 'help', run: ({ help }) => help() },
  { id: 'palette', group: 'help', label: 'palette', isHidden: true, run: ({ palette }) => palette() },
  { id: 'menu', group: 'help', label: 'menu', isHidden: true, whyNot: needsCanvas, run: ({ menu }) => menu() },
];
