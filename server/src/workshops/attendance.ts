// Who is there now: participants with a facilitation socket open. Held in memory, counted per participant, so that two tabs of one
// person are one.

export interface Attendance {
  /** Returns what to call when the socket is gone. */
  readonly enter: (participantId: string) => () => void;
  readonly isHere: (participantId: string) => boolean;
}

export function createAttendance(): Attendance {
  const sockets = new Map<string, number>();
  return {
    enter(id) {
      sockets.set(id, (sockets.get(id) ?? 0) + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const rest = (sockets.get(id) ?? 1) - 1;
        if (rest > 0) sockets.set(id, rest);
        else sockets.delete(id);
      };
    },
    isHere: (id) => sockets.has(id),
  };
}
