// How many columns show a number of equal sheets largest in a given room.

export interface Grid {
  readonly columns: number;
  /** Size of one sheet's picture, px. */
  readonly width: number;
  readonly height: number;
  /** The sheets do not all fit at a readable size: the wall scrolls. */
  readonly scrolls: boolean;
}

export interface GridRoom {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Height of what stands above and below each picture inside its tile, and the tile's padding on both sides together. */
  readonly frameHeight: number;
  readonly frameWidth: number;
  /** Width : height of a sheet. */
  readonly aspect: number;
  /** A narrower picture tells nothing. */
  readonly smallest: number;
}

/** The grid for `count` sheets; at least one column. */
export function fitGrid(count: number, room: GridRoom): Grid {
  const { width, height, gap, frameHeight, frameWidth, aspect, smallest } = room;
  let best: Grid = { columns: 1, width: 0, height: 0, scrolls: true };
  for (let columns = 1; columns <= Math.max(count, 1); columns += 1) {
    const rows = Math.ceil(Math.max(count, 1) / columns);
    const across = (width - gap * (columns - 1)) / columns - frameWidth;
    const down = (height - gap * (rows - 1)) / rows - frameHeight;
    const picture = Math.floor(Math.min(across, down * aspect));
    if (picture > best.width) best = { columns, width: picture, height: Math.floor(picture / aspect), scrolls: false };
  }
  if (best.width >= smallest) return best;
  const columns = Math.max(1, Math.floor((width + gap) / (smallest + frameWidth + gap)));
  const picture = Math.max(1, Math.floor((width - gap * (columns - 1)) / columns - frameWidth));
  return { columns, width: picture, height: Math.floor(picture / aspect), scrolls: true };
}
