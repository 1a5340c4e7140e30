// What the marketplace looks like: four rows of stalls under striped awnings, each sort of stall in a colour of its own.
import type { Localized } from '@masa/shared/core';
import { isCellPlace } from '@masa/shared/document';
import { ideaMarketplace, MARKET, STALL_TYPES, type StallType } from '@masa/shared/kinds/idea-marketplace';
import type { KindPanel, KindView, Painter, SheetPainter } from '../../canvas/KindView.ts';
import type { Pen } from '../../canvas/pen.ts';
import { cardColorOf, color } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';
import { COLOUR_OF_TYPE } from './stallColours.ts';

const COLOUR_OF_SLOT: Readonly<Record<string, string>> = {
  [MARKET.stalls]: 'service',
  [MARKET.grouped]: 'partners',
  [MARKET.harvest]: 'effect',
  [MARKET.merged]: 'results',
};

const isStallType = (value: unknown): value is StallType => STALL_TYPES.includes(value as StallType);

const colourOf = (slot: string, type: unknown): string =>
  (slot === MARKET.stalls || slot === MARKET.grouped) && isStallType(type) ? COLOUR_OF_TYPE[type] : (COLOUR_OF_SLOT[slot] ?? slot);

/** A card in the colour of its sort. What is hidden shows why, not what it said: a sheet is projected. */
const paintStall: Painter = (pen, placed, record, look) => {
  const { place } = record;
  if (!isCellPlace(place)) return paintCard(pen, placed, record, look);
  const dressed = { ...record, place: { ...place, cell: colourOf(place.cell, record.fields.stallType) } };
  return paintCard(pen, placed, dressed, place.cell === MARKET.hidden ? { ...look, hideText: true } : look);
};

const AWNING_H = 30;
const STRIPE_W = 26;

/** Cells under an awning, and what their stalls are. */
const AWNINGS: Readonly<Record<string, StallType>> = { problems: 'problem', challenges: 'challenge', ideas: 'idea', offers: 'offer' };

/** Stripes with round ends, hung between the sides of a cell, just above it. */
function paintAwning(pen: Pen, x: number, y: number, w: number, ink: string, paper: string): void {
  const count = Math.max(3, Math.round(w / STRIPE_W));
  const stripe = w / count;
  for (let at = 0; at < count; at += 1) {
    const fill = at % 2 === 0 ? ink : paper;
    pen.path(`M0 0 H${stripe} V${AWNING_H - stripe / 2} A${stripe / 2} ${stripe / 2} 0 0 1 0 ${AWNING_H - stripe / 2} Z`, x + at * stripe, y, 1, {
      fill,
    });
  }
  pen.rect(x, y, w, 3, { fill: color.edge, opacity: 0.35 });
}

const paintAwnings: SheetPainter = (pen, { placement, detail }) => {
  if (!detail.fine) return;
  for (const { id, rect } of placement.cells) {
    const type = Object.hasOwn(AWNINGS, id) ? AWNINGS[id] : undefined;
    if (type === undefined) continue;
    const { edge, paper } = cardColorOf(COLOUR_OF_TYPE[type]);
    paintAwning(pen, rect.x, rect.y - AWNING_H - 4, rect.w, edge, paper);
  }
};

const say = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });

const PANELS: readonly KindPanel[] = [
  {
    id: 'stalls',
    label: say('List of stalls', 'Списък на щандовете', 'Lista standurilor', 'Список стендів', 'Liste over boder'),
    hint: say(
      'Read, find, put up a stall',
      'Четене, търсене, нов щанд',
      'Citiți, căutați, deschideți un stand',
      'Читати, шукати, поставити стенд',
      'Les, søk, sett opp en bod',
    ),
    load: () => import('./StallList.tsx'),
    isWide: true,
  },
  {
    id: 'interest',
    label: say('My choice', 'Моят избор', 'Alegerea mea', 'Мій вибір', 'Valget mitt'),
    load: () => import('./InterestPanel.tsx'),
    isWide: true,
    isForSeats: true,
    stages: ['interest'],
  },
  {
    id: 'groups',
    label: say('Form groups', 'Съставяне на групи', 'Formează grupuri', 'Сформувати групи', 'Sett sammen grupper'),
    load: () => import('./GroupsPanel.tsx'),
    isWide: true,
    isForStaff: true,
    stages: ['groups', 'harvest'],
  },
  {
    id: 'my-group',
    label: say('My group', 'Моята група', 'Grupul meu', 'Моя група', 'Gruppen min'),
    load: () => import('./MyGroup.tsx'),
    isForSeats: true,
    stages: ['groups', 'harvest'],
  },
];

export const ideaMarketplaceView: KindView = {
  kind: ideaMarketplace,
  painters: { card: paintStall },
  objects: OBJECT_PAINTERS,
  // One slot, four sorts of stall: their titles are plain, the awnings above them have the colour.
  cellInk: (slot) => (slot === MARKET.stalls ? color.ink : cardColorOf(COLOUR_OF_SLOT[slot] ?? slot).edge),
  cellPaper: (slot) => cardColorOf(COLOUR_OF_SLOT[slot] ?? slot).paper,
  under: paintAwnings,
  underReach: AWNING_H + 6,
  panels: PANELS,
};
