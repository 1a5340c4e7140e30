// Which versions stay. What people named stays for good; what was taken by itself is dense for the last day and thins out with age,
// so that a board keeps a bounded number of them and its early days can still be found. Pure.
import { LIMITS } from '@masa/shared/core';
import type { PersonChanges, Version } from '../store/versionStore.ts';
import { mergeChanges } from './changes.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

export interface Thinning {
  readonly drop: readonly string[];
  /** What changed in the versions that follow dropped ones, those included. */
  readonly changes: ReadonlyMap<string, readonly PersonChanges[]>;
}

/**
 * Which versions are too many. Those go first that stand closest between their neighbours: whoever makes a hundred versions in a minute
 * crowds out these, never the days before.
 */
function crowded(versions: readonly Version[]): readonly string[] {
  const left = [...versions];
  const gone: string[] = [];
  const own = () => left.filter(({ how }) => how !== 'named');
  const bytes = () => own().reduce((sum, version) => sum + (version.bytes ?? 0), 0);
  while (own().length > LIMITS.versionsMax || (bytes() > LIMITS.versionsBytes && own().length > 1)) {
    let closest = -1;
    let span = Number.POSITIVE_INFINITY;
    // The newest stays; the oldest has no neighbour before it and goes last.
    for (let at = 1; at < left.length; at++) {
      const [newer, version, older] = [left[at - 1], left[at], left[at + 1]];
      if (!newer || version?.how === 'named' || (version?.how === 'auto' && newer.how === 'restore')) continue;
      const between = older ? newer.at - older.at : Number.MAX_VALUE;
      if (between < span) [closest, span] = [at, between];
    }
    const [first] = left.splice(closest === -1 ? left.findLastIndex(({ how }) => how !== 'named') : closest, 1);
    if (!first) break;
    gone.push(first.id);
  }
  return gone;
}

/** @param versions of one board, newest first. */
export function thin(versions: readonly Version[], now: number): Thinning {
  const dropped = new Set<string>();
  const spans = new Set<string>();
  versions.forEach((version, at) => {
    // What was there before a restore stays as long as the restore: it is the way back.
    if (version.how !== 'auto' || versions[at - 1]?.how === 'restore') return;
    const age = now - version.at;
    if (age <= DAY_MS) return;
    const span = age <= WEEK_MS ? `hour ${Math.floor(version.at / HOUR_MS)}` : `day ${Math.floor(version.at / DAY_MS)}`;
    if (spans.has(span)) dropped.add(version.id);
    spans.add(span);
  });
  for (const id of crowded(versions.filter(({ id }) => !dropped.has(id)))) dropped.add(id);

  const changes = new Map<string, readonly PersonChanges[]>();
  let carried: readonly PersonChanges[] = [];
  for (const { id, changes: own } of [...versions].reverse()) {
    const together = carried.length > 0 ? mergeChanges(carried, own) : own;
    if (dropped.has(id)) carried = together;
    else {
      if (carried.length > 0) changes.set(id, together);
      carried = [];
    }
  }
  return { drop: [...dropped], changes };
}
