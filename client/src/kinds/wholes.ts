// What the first picture of a kind did without (KindView.whole): fetched once, when somebody first needs it. It knows no kind.
import type { BoardKind } from '@masa/shared/board';

const sources = new WeakMap<BoardKind, () => Promise<BoardKind>>();
const wholes = new WeakMap<BoardKind, BoardKind>();
const loading = new WeakMap<BoardKind, Promise<BoardKind>>();

/** Says where the rest of a kind comes from. */
export const noteWhole = (kind: BoardKind, source: () => Promise<BoardKind>): void => void sources.set(kind, source);

/** The kind with its checks, remedies and questions where they are here; else as it is. */
export const wholeNow = (kind: BoardKind): BoardKind => wholes.get(kind) ?? kind;

/** Whether nothing of a kind is still to be fetched. */
export const isWhole = (kind: BoardKind): boolean => !sources.has(kind) || wholes.has(kind);

/** Fetches what the kind did without. What cannot be fetched is done without until somebody asks again: never rejects. */
export function loadWhole(kind: BoardKind): Promise<BoardKind> {
  const source = sources.get(kind);
  if (!source) return Promise.resolve(kind);
  const under = loading.get(kind);
  if (under) return under;
  const next = source().then(
    (whole) => {
      wholes.set(kind, whole);
      return whole;
    },
    () => {
      loading.delete(kind);
      return kind;
    },
  );
  loading.set(kind, next);
  return next;
}
