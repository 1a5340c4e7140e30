// Damage on purpose, repeatable: the same seed makes the same bytes.

/** Mulberry32: a small generator of numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes with one to four faults: flipped bits, other bytes, cuts, repetitions, a piece of `other`. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let result = [...bytes];
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let faults = 1 + below(4); faults > 0; faults--) {
    const at = below(result.length + 1);
    switch (below(6)) {
      case 0:
        if (at < result.length) result[at] = (result[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        if (at < result.length) result[at] = [0, 1, 2, 0x7f, 0x80, 0xff, below(256)][below(7)] ?? 0;
        break;
      case 2:
        result.splice(at, 1 + below(4));
        break;
      case 3:
        result.splice(at, 0, ...result.slice(at, at + 1 + below(12)));
        break;
      case 4: {
        const from = below(other.length);
        result.splice(at, 0, ...other.slice(from, from + below(16)));
        break;
      }
      default:
        result = result.slice(0, Math.max(1, at));
    }
  }
  return Uint8Array.from(result);
}
