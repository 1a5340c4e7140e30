// What is done to one workshop is done one after the other: two people who change it at once do not take back what the other one did, nobody
// sits down at a table that is being taken away, and a crowd at the door does not slip in over the limit.

export type OneByOne = <T>(workshopId: string, work: () => Promise<T>) => Promise<T>;

/** Work of one workshop must not ask for another turn of the same workshop: it would wait for itself. */
export function createOneByOne(): OneByOne {
  const last = new Map<string, Promise<unknown>>();
  return (workshopId, work) => {
    const result = (last.get(workshopId) ?? Promise.resolve()).then(work);
    const over = result.then(
      () => undefined,
      () => undefined,
    );
    last.set(workshopId, over);
    void over.then(() => {
      if (last.get(workshopId) === over) last.delete(workshopId);
    });
    return result;
  };
}
