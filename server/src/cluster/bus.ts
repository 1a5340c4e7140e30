// Waking the other nodes. What goes over the bus may be lost: whoever misses a word reads the database (rule LOG-1).
import type { Unsubscribe } from '@masa/shared/core';

export interface Bus {
  /** Tells every node, this one included, without waiting for anybody. */
  publish(topic: string, message: string): void;
  subscribe(topic: string, listener: (message: string) => void): Unsubscribe;
  close(): Promise<void>;
}
