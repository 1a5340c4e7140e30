// The folder everything lies in: made if it is missing, tried, and held by one server at a time. Two servers over one log would each
// keep boards the other does not know of, and put snapshots in place of the other's rows.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** The server cannot start as it was told to. `message` is the sentence for whoever started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

export interface DataFolder {
  /** Lets another server have it. */
  release(): void;
}

/** How long to wait for a server that is just closing, ms. */
const WAIT_MS = 2_000;

/**
 * Takes the folder for this process. The lock is one of the operating system on a file of its own, taken through SQLite, so it ends with
 * the process however that ends (https://www.sqlite.org/lockingv3.html). Rejects with `CannotStart`.
 */
export async function takeDataFolder(folder: string): Promise<DataFolder> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw unusable(folder, cause);
  }
  let lock: DatabaseSyncInstance | undefined;
  try {
    lock = new DatabaseSync(path.join(folder, 'masa.lock'));
    lock.exec(`pragma busy_timeout = ${WAIT_MS}; begin exclusive`);
  } catch (cause) {
    lock?.close();
    if (/\b(?:locked|busy)\b/i.test(String(cause)))
      throw new CannotStart(`Another Masa already uses the folder ${folder}. Stop it first, or set DATA_DIR to another folder.`, { cause });
    throw unusable(folder, cause);
  }
  const held = lock;
  return { release: () => held.close() };
}

const unusable = (folder: string, cause: unknown): CannotStart =>
  new CannotStart(`DATA_DIR must be the path of a folder that can be written; Masa cannot use ${folder}.`, { cause });
