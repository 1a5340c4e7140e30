// The empty board: the free layer alone. It has no cells, so its one card type has no fields and lies wherever people put it.
import type { Analysis, BoardKind, ObjectType, Template } from '../../board/index.ts';
import { withFreeTypes } from '../../objects/index.ts';
import { TITLES } from '../catalogue/index.ts';

const TITLE = TITLES.empty;

/** What a card brought from another board becomes here: a note that keeps its text. */
const card: ObjectType = {
  type: 'card',
  label: { en: 'Card', bg: 'Картичка', ro: 'Cartonaș', uk: 'Картка', nb: 'Kort' },
  facets: {},
  can: { move: true, resize: true, connect: true, hasText: true },
};

export const emptyTemplate: Template = {
  id: 'empty',
  version: 1,
  kind: 'empty-board',
  title: TITLE,
  size: { w: 0, h: 0 },
  cells: [],
  connectors: [],
};

const NOTHING: Analysis = { checks: [], sums: [], filling: {} };

export const emptyBoard: BoardKind = {
  id: 'empty-board',
  version: 1,
  label: TITLE,
  types: withFreeTypes(card),
  slots: [],
  templates: [emptyTemplate],
  analyse: () => NOTHING,
  summary: () => '',
};
