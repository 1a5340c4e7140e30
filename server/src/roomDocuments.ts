// The rooms, as workshops, reports and the wall see them: the one place where documents and workshops meet.
import { seed } from '@masa/shared/document';
import * as Y from 'yjs';
import type { Rooms } from './sync/rooms.ts';
import type { BoardDocuments } from './workshops/boardDocuments.ts';

export function documentsOf(rooms: Rooms): BoardDocuments {
  return {
    async create(board, identity) {
      const doc = new Y.Doc();
      seed(doc, identity);
      await rooms.create(board, Y.encodeStateAsUpdate(doc));
      doc.destroy();
    },
    read: (board) => rooms.read(board),
    async edit(board, make) {
      await rooms.withBoard(board, make(await rooms.read(board)));
    },
    remove: (board) => rooms.remove(board),
    reconsider: (board) => rooms.reconsider(board),
    people(board) {
      const seen = new Map(rooms.members(board).map(({ id, name }) => [id, { id, name }]));
      return [...seen.values()];
    },
    onChange: (listener) => rooms.onChanged((board) => listener(board)),
  };
}
