// Before the tests: makes sure this machine has a Chromium. Installs Debian's where it may, else says the one command to run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from './chromium.ts';

const INSTALL = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'] as const;

function run(command: readonly string[]): boolean {
  const [program, ...rest] = command;
  const done = spawnSync(program as string, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
}

if (!chromiumPath()) {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.log('The tests need Chromium: installing it.');
    run(['apt-get', 'update']);
    run(INSTALL);
  }
  if (!chromiumPath()) {
    console.error(`The tests need Chromium. Install it with:\n\n  sudo ${INSTALL.join(' ')}\n\nor set CHROMIUM to the path of one.`);
    process.exit(1);
  }
}
