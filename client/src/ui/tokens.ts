// Every visual constant of Masa: colours, spaces, type, motion. The DOM reads it as CSS custom properties (tokens.css, written from here
// by `tokensCss`), the canvas reads it directly. Nothing else names a colour. Contrast is tested from these values.

export const color = {
  /** The table everything lies on. */
  table: '#f5f1e8',
  tableDeep: '#ebe5d8',
  /** Sheets and cards without a meaning of their own. */
  paper: '#ffffff',
  paperSoft: '#fbf9f4',
  ink: '#23201b',
  inkSoft: '#5c564b',
  /** Thin decorative lines. Never the only border of a control. */
  line: '#ddd5c6',
  /** Borders of controls: 3:1 on paper and table. */
  edge: '#857c6c',
  accent: '#1c4f6e',
  accentDeep: '#123a53',
  accentSoft: '#e2edf3',
  onAccent: '#ffffff',
  focus: '#0a62c9',
  danger: '#a3231a',
  dangerSoft: '#fcebe8',
  onDanger: '#ffffff',
  warning: '#6a4700',
  warningSoft: '#fff2d1',
  success: '#22613a',
  successSoft: '#e4f3e7',
  /** What lies under a dialog. */
  veil: 'rgb(35 32 27 / 45%)',
} as const;

/** High contrast on dark, for a beamer in a room that is not. Names as in `color`. */
export const projectorColor: Readonly<Record<keyof typeof color, string>> = {
  table: '#14130f',
  tableDeep: '#0b0a08',
  paper: '#24221d',
  paperSoft: '#1d1b17',
  ink: '#fffdf7',
  inkSoft: '#d9d2c3',
  line: '#4a453a',
  edge: '#a79d8b',
  accent: '#9fd3f2',
  accentDeep: '#cbe8f9',
  accentSoft: '#1f3644',
  onAccent: '#0d1b24',
  focus: '#8ec5ff',
  danger: '#ffb3aa',
  dangerSoft: '#46211d',
  onDanger: '#2c0b07',
  warning: '#ffd98a',
  warningSoft: '#43330f',
  success: '#a9e2b8',
  successSoft: '#1b3a24',
  veil: 'rgb(0 0 0 / 65%)',
};

export interface CardColor {
  /** The card itself. `ink` on it reads at 7:1 or more. */
  readonly paper: string;
  /** The stripe and outline that name the kind: 3:1 on `paper` and on white. */
  readonly edge: string;
  readonly ink: string;
}

const card = (paper: string, edge: string): CardColor => ({ paper, edge, ink: color.ink });

/** Colour of a card by the slot it stands in. People are warm, the offer yellow to green, means green to blue, effects violet. */
export const cardColor = {
  'target-group': card('#fdeadf', '#b5531f'),
  needs: card('#fde7e7', '#b23b45'),
  service: card('#fff4cd', '#8a6800'),
  aim: card('#f3f6d6', '#687412'),
  resources: card('#e4f4e4', '#2d7740'),
  partners: card('#dff4ef', '#1a7466'),
  information: card('#e0f2f9', '#1b6f8d'),
  activities: card('#e3edfc', '#335fab'),
  effect: card('#ebe8fb', '#5a4cb0'),
  'social-effect': card('#f3e6f8', '#86429b'),
  'economic-effect': card('#fae5f1', '#a33977'),
  results: card('#e7eef2', '#486071'),
  group: card('#ece9f0', '#5f5873'),
  costs: card('#fbe9d8', '#94581a'),
  income: card('#eaf4d8', '#4c7217'),
  risks: card('#fbe3e0', '#a13a2b'),
  measures: card('#dcefee', '#1d6c70'),
  actions: card('#e3edfc', '#335fab'),
  person: card('#fdeadf', '#b5531f'),
  day: card('#fff4cd', '#8a6800'),
  goals: card('#f3f6d6', '#687412'),
  'why-not': card('#fde7e7', '#b23b45'),
  bring: card('#e4f4e4', '#2d7740'),
  question: card('#fff4cd', '#8a6800'),
  opinions: card('#e0f2f9', '#1b6f8d'),
  conclusions: card('#ebe8fb', '#5a4cb0'),
  method: card('#e0f2f9', '#1b6f8d'),
  people: card('#fdeadf', '#b5531f'),
  ask: card('#e3edfc', '#335fab'),
  finding: card('#ebe8fb', '#5a4cb0'),
  offer: card('#fff4cd', '#8a6800'),
  indicators: card('#ebe8fb', '#5a4cb0'),
  evaluation: card('#e0f2f9', '#1b6f8d'),
  lasting: card('#e4f4e4', '#2d7740'),
  plans: card('#fff4cd', '#8a6800'),
  criteria: card('#e7eef2', '#486071'),
  takeover: card('#e4f4e4', '#2d7740'),
  tasks: card('#e3edfc', '#335fab'),
  parking: card('#f2eee7', '#776f61'),
} as const satisfies Readonly<Record<string, CardColor>>;

/** The card colour of a slot; a slot without one of its own looks like parking. */
export const cardColorOf = (slot: string): CardColor =>
  Object.hasOwn(cardColor, slot) ? cardColor[slot as keyof typeof cardColor] : cardColor.parking;

export interface TableIdentity {
  readonly letter: string;
  /** Strong colour: white text on it reads at 4.5:1 or more. */
  readonly color: string;
  /** Pale form, for large surfaces under ink. */
  readonly tint: string;
  /** One 12 × 12 tile as SVG path data, to be stroked 2 wide (SVG `<pattern>` and Canvas `Path2D` both take it). Empty = plain. */
  readonly pattern: string;
}

/** Tables are told apart by colour, pattern and letter together, so that nobody depends on seeing colours. */
export const tableIdentity: readonly [TableIdentity, ...TableIdentity[]] = [
  { letter: 'A', color: '#0b5a9d', tint: '#e3eef8', pattern: '' },
  { letter: 'B', color: '#ad4600', tint: '#fbeadf', pattern: 'M-3 3 L3 -3 M0 12 L12 0 M9 15 L15 9' },
  { letter: 'C', color: '#006b55', tint: '#dff2ec', pattern: 'M3 2 L3 4 M2 3 L4 3 M9 8 L9 10 M8 9 L10 9' },
  { letter: 'D', color: '#8b2c69', tint: '#f7e5f0', pattern: 'M6 0 L6 12' },
  { letter: 'E', color: '#6e5800', tint: '#f6efd5', pattern: 'M0 6 L12 6' },
  { letter: 'F', color: '#44434d', tint: '#ebeaee', pattern: 'M0 9 L3 3 L6 9 L9 3 L12 9' },
  { letter: 'G', color: '#b0202b', tint: '#fce6e6', pattern: 'M6 0 L6 12 M0 6 L12 6' },
  { letter: 'H', color: '#5a3ea6', tint: '#ece7f8', pattern: 'M6 2 L10 6 L6 10 L2 6 Z' },
];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Coprime with the eight patterns, so that a colour that comes again comes with another pattern. */
const PATTERN_STEP = 3;

/**
 * The identity behind a group's `colour`, a whole number from 0 on. The first eight are as listed; after them colours return with other
 * patterns and new letters, so that the nine to twelve tables of a usual workshop all differ.
 */
export function identityOf(colour: number): TableIdentity {
  const count = tableIdentity.length;
  const at = Number.isFinite(colour) ? Math.max(0, Math.trunc(colour)) : 0;
  const base = tableIdentity[at % count] ?? tableIdentity[0];
  if (at < count) return base;
  const pattern = tableIdentity[(at + Math.floor(at / count) * PATTERN_STEP) % count]?.pattern ?? '';
  return { ...base, pattern, letter: LETTERS.charAt(at % LETTERS.length) };
}

/** The identity of the table with this number (1-based), where its colour was never changed. */
export const identityOfTable = (number: number): TableIdentity => identityOf(number - 1);

/** CSS pixels. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32, 7: 48 } as const;
export const radius = { small: 4, medium: 8, large: 14 } as const;
/** Smallest side of anything to press (WCAG 2.5.5). */
export const target = 44;

export const font = {
  family: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif",
  size: { small: 16, body: 16, lead: 18, board: 20, title: 24, page: 32, display: 44 },
  lineHeight: { text: 1.5, title: 1.2, board: 1.35 },
  weight: { normal: 400, medium: 550, strong: 650 },
} as const;

export const shadow = {
  /** Paper on the table. */
  sheet: '0 1px 2px rgb(60 48 28 / 10%), 0 8px 24px -12px rgb(60 48 28 / 22%)',
  /** A card that is lifted. */
  lifted: '0 2px 4px rgb(60 48 28 / 14%), 0 16px 32px -12px rgb(60 48 28 / 32%)',
} as const;

/** Milliseconds. Nothing moves longer than `slow`. */
export const motion = { quick: 90, slow: 150, easing: 'cubic-bezier(0.2, 0, 0, 1)' } as const;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const block = (selector: string, lines: readonly (readonly [name: string, value: string])[]): string =>
  `${selector} {\n${lines.map(([name, value]) => `  --${name}: ${value};\n`).join('')}}\n`;

const colorLines = (colors: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(colors).map(([name, value]) => [`color-${kebab(name)}`, value]);

const px = (values: Readonly<Record<string, number>>, prefix: string): readonly (readonly [string, string])[] =>
  Object.entries(values).map(([name, value]) => [`${prefix}-${kebab(name)}`, `${value}px`]);

/** The tokens as CSS custom properties; tokens.css holds exactly this. */
export const tokensCss = (): string =>
  [
    '/* Written from tokens.ts; change that and run the UI-1 test with -u. */',
    block(':root', [
      ...colorLines(color),
      ...px(space, 'space'),
      ...px(radius, 'radius'),
      ['target', `${target}px`],
      ['font-family', font.family.replaceAll("'", '"')],
      ...Object.entries(font.size).map(([name, value]): [string, string] => [`font-${name}`, `${value / 16}rem`]),
      ...Object.entries(font.lineHeight).map(([name, value]): [string, string] => [`line-${name}`, String(value)]),
      ...Object.entries(font.weight).map(([name, value]): [string, string] => [`weight-${name}`, String(value)]),
      ...Object.entries(shadow).map(([name, value]): [string, string] => [`shadow-${name}`, value]),
      ['motion-quick', `${motion.quick}ms`],
      ['motion-slow', `${motion.slow}ms`],
      ['motion-easing', motion.easing],
    ]),
    block('[data-theme="projector"]', colorLines(projectorColor)),
  ].join('\n');
