// Installs the peers where they are missing. They are a package of their own: nothing of them reaches Masa's lockfile.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PEERS = join(import.meta.dirname, '..', 'peers');
const STAMP = join(PEERS, 'node_modules', '.installed-lock');

export function installPeers(): void {
  const lock = readFileSync(join(PEERS, 'pnpm-lock.yaml'), 'utf8');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.error('installing the peers …');
  const done = spawnSync('npx', ['--yes', 'pnpm@12.21.0', 'install', '--frozen-lockfile', '--dir', PEERS], {
    cwd: PEERS,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) throw new Error('the peers cannot be installed: is a package registry reachable?');
  writeFileSync(STAMP, lock);
}
