// The one way our own objects tell others that something happened.

export type Unsubscribe = () => void;

/** Calls its listeners in the order they subscribed. A listener that throws does not keep the others from hearing. */
export interface Emitter<T> {
  on(listener: (event: T) => void): Unsubscribe;
  emit(event: T): void;
  readonly size: number;
}

export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    on(listener) {
      const own = (event: T): void => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    emit(event) {
      const failures: unknown[] = [];
      for (const listener of Array.from(listeners)) {
        try {
          listener(event);
        } catch (failure) {
          failures.push(failure);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
    get size() {
      return listeners.size;
    },
  };
}
