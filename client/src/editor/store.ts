// A small observable value: what the editor's parts hold and views subscribe to (`useSyncExternalStore(store.subscribe, store.get)`).
import { createEmitter, type Unsubscribe } from '@masa/shared/core';

export interface Store<T> {
  readonly get: () => T;
  /** Tells subscribers only if the value is another one (`===`). */
  readonly set: (next: T) => void;
  readonly subscribe: (listener: () => void) => Unsubscribe;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const changed = createEmitter<void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      changed.emit();
    },
    subscribe: (listener) => changed.on(listener),
  };
}
