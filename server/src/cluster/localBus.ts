// The bus of a server that runs alone.
import { createEmitter, type Emitter } from '@masa/shared/core';
import type { Bus } from './bus.ts';

export function createLocalBus(): Bus {
  const topics = new Map<string, Emitter<string>>();
  return {
    publish: (topic, message) => topics.get(topic)?.emit(message),
    subscribe(topic, listener) {
      const emitter = topics.get(topic) ?? createEmitter<string>();
      topics.set(topic, emitter);
      const off = emitter.on(listener);
      return () => {
        off();
        if (emitter.size === 0) topics.delete(topic);
      };
    },
    close: async () => topics.clear(),
  };
}
