// A board's history in words.
import type { BoardVersion } from '@masa/shared/wire';
import type { Translate } from '../ui/text.ts';

const WHATS = ['made', 'changed', 'moved', 'binned'] as const;

/** "Ana: 3 new, 2 moved · Ion: 1 changed" */
export function changesSentence(t: Translate<'versions'>, changes: BoardVersion['changes']): string {
  const people = changes.map((each) => ({
    name: each.by?.name || t('somebody'),
    did: WHATS.filter((what) => each[what] > 0)
      .map((what) => t(what, { count: each[what] }))
      .join(', '),
  }));
  return people.length === 0 ? t('nothing') : people.map((each) => t('person', each)).join(' · ');
}

/** How a version came to be. @param time of an instant, in words */
export function howSentence(t: Translate<'versions'>, { how, by, ofAt }: BoardVersion, time: (at: number) => string): string {
  const name = by?.name || t('somebody');
  switch (how) {
    case 'auto':
      return t('how_auto');
    case 'named':
      return t('how_named', { name });
    case 'step':
      return t('how_step', { name });
    case 'restore':
      return t('how_restore', { name, time: time(ofAt ?? 0) });
  }
}

/** Versions by the day they were taken on, in the order they came. */
export function byDay(
  versions: readonly BoardVersion[],
  dayOf: (at: number) => string,
): readonly { readonly day: string; readonly versions: readonly BoardVersion[] }[] {
  const days: { readonly day: string; readonly versions: BoardVersion[] }[] = [];
  for (const version of versions) {
    const day = dayOf(version.at);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}
