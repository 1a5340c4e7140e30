// Tokens: one source for DOM and canvas, readable for everybody.
import { cardColor, color, identityOf, identityOfTable, motion, projectorColor, tableIdentity, tokensCss } from '@masa/client/ui/tokens.ts';
import { expect, test } from 'vitest';

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

test('UI-1 tokens.css is what the tokens say', async () => {
  await expect(tokensCss()).toMatchFileSnapshot('../../client/src/ui/tokens.css');
});

test.each(Object.entries(cardColor))('UI-2 text on %s cards reads at 7:1', (_slot, card) => {
  expect(contrast(card.ink, card.paper)).toBeGreaterThanOrEqual(7);
});

test.each(Object.entries(cardColor))('UI-3 the stripe of %s cards is seen at 3:1', (_slot, card) => {
  expect(contrast(card.edge, card.paper)).toBeGreaterThanOrEqual(3);
  expect(contrast(card.edge, color.paper)).toBeGreaterThanOrEqual(3);
});

test.each([
  ['paper', color],
  ['projector', projectorColor],
])('UI-4 words of the %s theme read at 4.5:1 wherever they stand', (_theme, theme) => {
  const surfaces = [theme.paper, theme.paperSoft, theme.table];
  for (const surface of surfaces) {
    for (const words of [theme.ink, theme.inkSoft, theme.accent, theme.accentDeep, theme.danger])
      expect(contrast(words, surface)).toBeGreaterThanOrEqual(4.5);
  }
  for (const [words, surface] of [
    [theme.onAccent, theme.accent],
    [theme.onAccent, theme.accentDeep],
    [theme.onDanger, theme.danger],
    [theme.accentDeep, theme.accentSoft],
    [theme.ink, theme.accentSoft],
    [theme.danger, theme.dangerSoft],
    [theme.warning, theme.warningSoft],
    [theme.success, theme.successSoft],
    [theme.inkSoft, theme.tableDeep],
  ] as const) {
    expect(contrast(words, surface), `${words} on ${surface}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each([
  ['paper', color],
  ['projector', projectorColor],
])('UI-5 borders and focus of the %s theme are seen at 3:1', (_theme, theme) => {
  for (const surface of [theme.paper, theme.table]) {
    expect(contrast(theme.edge, surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(theme.focus, surface)).toBeGreaterThanOrEqual(3);
  }
});

test('UI-6 eight tables differ in colour, pattern and letter', () => {
  expect(tableIdentity).toHaveLength(8);
  for (const of of ['letter', 'color', 'tint', 'pattern'] as const) expect(new Set(tableIdentity.map((each) => each[of])).size).toBe(8);
  for (const { color: strong, tint } of tableIdentity) {
    expect(contrast('#ffffff', strong)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color.ink, tint)).toBeGreaterThanOrEqual(7);
  }
});

test('UI-7 twenty-six tables all look different, and no number breaks an identity', () => {
  const looks = Array.from({ length: 26 }, (_, at) => identityOf(at));
  expect(new Set(looks.map((each) => each.letter)).size).toBe(26);
  expect(new Set(looks.map((each) => each.color + each.pattern)).size).toBe(26);
  expect(identityOfTable(1)).toBe(identityOf(0));
  expect(identityOf(2.7).letter).toBe('C');
  for (const odd of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(identityOf(odd).letter).toBe('A');
});

test('UI-8 motion is short', () => {
  expect(Math.max(motion.quick, motion.slow)).toBeLessThanOrEqual(150);
});
