// Where a board stands on the wall, and which one is next to it.
import type { WorkshopState } from '@masa/shared/wire';

/** Boards as people look for them: by table number, then what all share. */
export const inWallOrder = (workshop: WorkshopState): WorkshopState['boards'] => {
  const numberOf = (groupId: string | null): number => workshop.groups.find((group) => group.id === groupId)?.number ?? Number.POSITIVE_INFINITY;
  return [...workshop.boards].sort((a, b) => {
    const [x, y] = [numberOf(a.groupId), numberOf(b.groupId)];
    return x === y ? a.title.localeCompare(b.title) : x - y;
  });
};

/** Where an arrow key leads from tile `at`; undefined for other keys and at the edges. */
export function nextTile(key: string, at: number, count: number, columns: number): number | undefined {
  const next =
    key === 'ArrowRight'
      ? at + 1
      : key === 'ArrowLeft'
        ? at - 1
        : key === 'ArrowDown'
          ? at + columns
          : key === 'ArrowUp'
            ? at - columns
            : key === 'Home'
              ? 0
              : key === 'End'
                ? count - 1
                : -1;
  return next >= 0 && next < count ? next : undefined;
}
