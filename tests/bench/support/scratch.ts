// Folders for the time of a bench. Whatever is left when the bench ends, however it ends, is removed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
const remove = (folder: string): void => {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true });
};
process.once('exit', () => folders.forEach(remove));

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'masa-bench-'));
  folders.add(folder);
  return folder;
}

export async function withScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = scratchFolder();
  try {
    return await work(folder);
  } finally {
    remove(folder);
  }
}
