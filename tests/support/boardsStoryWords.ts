// What the interface says in the two languages of the story, taken from its own catalogues: nothing a test looks for is written twice.

import { loadedView } from '@masa/client/kinds/index.ts';
import { createMessage } from '@masa/client/ui/message.ts';
import type { Areas } from '@masa/client/ui/messages/areas.ts';
import boardBg from '@masa/client/ui/messages/board/bg.ts';
import boardRo from '@masa/client/ui/messages/board/ro.ts';
import boardsBg from '@masa/client/ui/messages/boards/bg.ts';
import boardsRo from '@masa/client/ui/messages/boards/ro.ts';
import commonBg from '@masa/client/ui/messages/common/bg.ts';
import commonRo from '@masa/client/ui/messages/common/ro.ts';
import freeBg from '@masa/client/ui/messages/free/bg.ts';
import freeRo from '@masa/client/ui/messages/free/ro.ts';
import joinBg from '@masa/client/ui/messages/join/bg.ts';
import joinRo from '@masa/client/ui/messages/join/ro.ts';
import marketBg from '@masa/client/ui/messages/market/bg.ts';
import marketRo from '@masa/client/ui/messages/market/ro.ts';
import riskBg from '@masa/client/ui/messages/risk/bg.ts';
import riskRo from '@masa/client/ui/messages/risk/ro.ts';
import roundsBg from '@masa/client/ui/messages/rounds/bg.ts';
import roundsRo from '@masa/client/ui/messages/rounds/ro.ts';
import sheetBg from '@masa/client/ui/messages/sheet/bg.ts';
import sheetRo from '@masa/client/ui/messages/sheet/ro.ts';
import stageBg from '@masa/client/ui/messages/stage/bg.ts';
import stageRo from '@masa/client/ui/messages/stage/ro.ts';
import threadBg from '@masa/client/ui/messages/thread/bg.ts';
import threadRo from '@masa/client/ui/messages/thread/ro.ts';
import togetherBg from '@masa/client/ui/messages/together/bg.ts';
import togetherRo from '@masa/client/ui/messages/together/ro.ts';
import toolsBg from '@masa/client/ui/messages/tools/bg.ts';
import toolsRo from '@masa/client/ui/messages/tools/ro.ts';
import type { Template, TemplateCell } from '@masa/shared/board';
import './views.ts';

export type Spoken = 'bg' | 'ro';

const TEXTS = {
  bg: {
    board: boardBg,
    boards: boardsBg,
    common: commonBg,
    free: freeBg,
    join: joinBg,
    market: marketBg,
    risk: riskBg,
    rounds: roundsBg,
    sheet: sheetBg,
    stage: stageBg,
    thread: threadBg,
    together: togetherBg,
    tools: toolsBg,
  },
  ro: {
    board: boardRo,
    boards: boardsRo,
    common: commonRo,
    free: freeRo,
    join: joinRo,
    market: marketRo,
    risk: riskRo,
    rounds: roundsRo,
    sheet: sheetRo,
    stage: stageRo,
    thread: threadRo,
    together: togetherRo,
    tools: toolsRo,
  },
} as const;

type Area = keyof (typeof TEXTS)['bg'];
type Values = Readonly<Record<string, string | number>>;

/** A text of the interface, filled in. */
export type Say = <A extends Area>(area: A, key: keyof Areas[A], values?: Values) => string;

export const sayIn =
  (language: Spoken): Say =>
  (area, key, values = {}) => {
    const texts: Readonly<Record<PropertyKey, string>> = TEXTS[language][area];
    return createMessage(texts[key] ?? '', language).format(values);
  };

/** What a kind calls one of its panels. */
export function panelName(kind: string, panel: string, language: Spoken): string {
  const found = loadedView(kind)?.panels?.find(({ id }) => id === panel);
  if (!found) throw new Error(`${kind} has no panel ${panel}`);
  return found.label[language];
}

export function cellOf(template: Template, id: string): TemplateCell {
  const found = template.cells.find((cell) => cell.id === id);
  if (!found) throw new Error(`${template.id} has no cell ${id}`);
  return found;
}
