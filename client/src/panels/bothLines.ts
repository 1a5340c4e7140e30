// What two people wrote in one short field at the same time. The field is one value, of which the last would win: so whoever is later brings
// along what the other wrote. Pure.
import { LIMITS } from '@masa/shared/core';
import { changeOf } from '../canvas/fieldBinding.ts';

/**
 * Both changes of a line: each in its place where they are apart, else the one after the other as merged risks have them; the writer's own
 * alone where both have no room.
 * @param base what both began with @param mine what is to be kept now @param theirs what stands there now @param most what fits, UTF-16 units
 */
export function bothLines(base: string, mine: string, theirs: string, most: number = LIMITS.attributeMax): string {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  const both = joined(base, mine, theirs);
  return both.length > most ? mine : both;
}

function joined(base: string, mine: string, theirs: string): string {
  const [own, other] = [changeOf(base, mine), changeOf(base, theirs)];
  const [ownEnd, otherEnd] = [own.from + own.removed, other.from + other.removed];
  const put = (by: number): string => theirs.slice(0, own.from + by) + own.inserted + theirs.slice(ownEnd + by);
  if (base !== '' && ownEnd <= other.from) return put(0);
  if (base !== '' && otherEnd <= own.from) return put(theirs.length - base.length);
  if (theirs === '' || mine === '') return theirs + mine;
  return `${theirs} / ${mine}`;
}
