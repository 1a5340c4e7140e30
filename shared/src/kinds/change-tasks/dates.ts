// Dates in what people write: 2026-03-05 (ISO 8601), 5.3.2026, 05/03/2026 – day before month, as all five languages of Masa write it.

export interface WrittenDate {
  /** Milliseconds at the beginning of that day, UTC; null = there is no such day, e.g. 31.2.2026. */
  readonly at: number | null;
}

const DATE = /(?<!\d)(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{4}))(?!\d)/gu;

/** The dates a text names, in its order. Dates without a year are left alone: nobody can tell whether they are over. */
export const datesIn = (text: string): readonly WrittenDate[] =>
  [...text.matchAll(DATE)].map(([, y1, m1, d1, d2, m2, y2]) => ({ at: dayOf(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2)) }));

function dayOf(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? at : null;
}
