// Versions in memory: for tests and for rehearsals that must leave no trace. Same promises as the others except durability.
import type { Version, VersionState, VersionStore } from './versionStore.ts';

export function createVersionStoreMemory(): VersionStore {
  const boards = new Map<string, { readonly version: Version; readonly state: VersionState }[]>();
  const of = (board: string) => boards.get(board) ?? [];
  return {
    async add(version, state) {
      const bytes = state.state.byteLength + state.snapshot.byteLength;
      boards.set(version.board, [...of(version.board), { version: { ...version, bytes }, state }]);
    },
    list: async (board) =>
      of(board)
        .map(({ version }) => version)
        .reverse(),
    state: async (board, id) => of(board).find(({ version }) => version.id === id)?.state,
    snapshot: async (board, id) => of(board).find(({ version }) => version.id === id)?.state.snapshot,
    async thin(board, drop, changes) {
      const kept = of(board).filter(({ version }) => !drop.includes(version.id));
      boards.set(
        board,
        kept.map(({ version, state }) => ({ version: { ...version, changes: changes.get(version.id) ?? version.changes }, state })),
      );
    },
    async remove(board) {
      boards.delete(board);
    },
  };
}
