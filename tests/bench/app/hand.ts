// Somebody who writes on a board of the running app through their own socket, as their own client would.
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { connect, type Member } from '../sync/Member.ts';
import { updateFrame } from '../sync/wire.ts';
import { createWriter } from '../sync/writer.ts';

const DIALECT = 'y-websocket';
const NOTES_PER_FRAME = 25;
/** As many frames a second as a person's rate limit allows, with room to spare. */
const FRAMES_PER_SECOND = 40;
const ARRIVED_MS = 20_000;

export interface Hand {
  /** Makes notes; resolves when the server has shown all of them. */
  fill(count: number): Promise<void>;
  /** Edits `hz` times a second until told to stop. */
  keepEditing(hz: number): () => void;
  close(): Promise<void>;
}

export async function createHand(url: string, room: string, seed: number): Promise<Hand> {
  const writer = createWriter(seed);
  const seen = new Y.Doc();
  let lost = '';
  const member: Member = await connect({
    url,
    room,
    dialect: DIALECT,
    take(_frame, heard) {
      for (const each of heard()) if (each.kind === 'state' || each.kind === 'update') Y.applyUpdate(seen, each.bytes);
    },
    lost(reason) {
      lost = reason;
    },
  });
  await member.synced;
  const send = (update: Uint8Array): void => member.send(updateFrame(DIALECT, room, update));
  let editing: ReturnType<typeof setInterval> | undefined;
  return {
    async fill(count) {
      for (let left = count; left > 0; left -= NOTES_PER_FRAME) {
        send(writer.make(Math.min(NOTES_PER_FRAME, left)));
        await pause(1_000 / FRAMES_PER_SECOND);
      }
      const until = Date.now() + ARRIVED_MS;
      while (Y.getState(seen.store, writer.doc.clientID) < writer.clock()) {
        if (lost !== '') throw new Error(`the writer: ${lost}`);
        if (Date.now() > until) throw new Error(`${count} notes were not on the board after ${ARRIVED_MS / 1_000} s`);
        await pause(20);
      }
    },
    keepEditing(hz) {
      editing = setInterval(() => send(writer.edit(1)), 1_000 / hz);
      return () => clearInterval(editing);
    },
    async close() {
      clearInterval(editing);
      await member.close();
    },
  };
}
