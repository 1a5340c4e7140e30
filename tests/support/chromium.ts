// The Chromium to test with, and how to start it headless without it reaching for the network.
import { existsSync } from 'node:fs';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a Chromium: `CHROMIUM`, or where the systems we know put it. */
export const chromiumPath = (): string | undefined => PLACES.find((path): path is string => path !== undefined && path !== '' && existsSync(path));

export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
