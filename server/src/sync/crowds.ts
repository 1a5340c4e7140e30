// How many sockets each person has open. Somebody with a dozen forgotten tabs must be able to open the next one, and nobody may fill the
// server by opening more and more: the socket that did nothing for longest goes, and is told not to come back by itself.
import type { Connection } from './connection.ts';
import { isStaff } from './presence.ts';

export interface Crowds {
  /** Counts a new connection, and closes another one of the same person if that makes one too many. */
  enter(connection: Connection): void;
  leave(connection: Connection): void;
}

/** @param most sockets of one person. Those who run the workshop are not counted: their account may stand open at every table. */
export function createCrowds(most: number): Crowds {
  const crowds = new Map<string, Set<Connection>>();
  return {
    enter(connection) {
      if (isStaff(connection.person)) return;
      const { id } = connection.person;
      const crowd = crowds.get(id) ?? new Set();
      crowds.set(id, crowd.add(connection));
      if (crowd.size <= most) return;
      let idle: Connection | undefined;
      for (const other of crowd) if (other !== connection && (!idle || other.activeAt < idle.activeAt)) idle = other;
      if (!idle) return;
      this.leave(idle);
      idle.close('tooManyWindows');
    },
    leave(connection) {
      const { id } = connection.person;
      const crowd = crowds.get(id);
      if (crowd?.delete(connection) && crowd.size === 0) crowds.delete(id);
    },
  };
}
