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
  const own = versions.filter(({ id, how }) => how !== 'named' && !dropped.has(id));
  for (const { id } of own.slice(LIMITS.versionsMax)) dropped.add(id);

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
