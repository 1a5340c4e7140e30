// Four ways of running tests, so that all cores are at work: pure and server tests, pages without a browser, and pages in one, all at once;
// then whole stories with processes and browsers of their own.
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';

const executablePath = chromiumPath();
if (!executablePath) throw new Error('No Chromium found: run "npm test", which says how to install it.');

const CORES = availableParallelism();

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['masa-src', ...defaultClientConditions], dedupe: ['yjs', 'react', 'react-dom', 'konva'] },
  ssr: { resolve: { conditions: ['masa-src', ...defaultServerConditions] } },
  test: {
    // Processes and browsers share a small machine: waiting longer costs nothing where the event comes.
    expect: { poll: { timeout: 10_000 } },
    // Vitest leaves one core to itself, which of two is half the machine: its own work is small, and many tests wait for sockets.
    maxWorkers: CORES,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{architecture,contracts,shared,kinds,server,hostile}/**/*.test.ts', 'client/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          // A worker keeps the modules it has loaded: loading them for each file anew was two fifths of the work. So a file puts back what it
          // changes of its process: clocks, globals, the list of kinds.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          include: ['client/**/*.test.tsx'],
          environment: 'happy-dom',
          testTimeout: 20_000,
          // Every rendering leaves much that lives shortly: with a larger nursery a tenth less time goes into collecting it.
          execArgv: ['--max-semi-space-size=64'],
        },
      },
      {
        extends: true,
        optimizeDeps: { include: ['react', 'react-dom/client', 'konva', 'axe-core', 'yjs', 'y-websocket', 'y-indexeddb', 'perfect-freehand'] },
        test: {
          name: 'browser',
          include: ['browser/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            // Runs beside the workers: on a small machine one page at a time.
            fileParallelism: CORES > 2,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: [...chromiumArgs] } }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: ['flows/**/*.test.ts'],
          environment: 'node',
          testTimeout: 480_000,
          hookTimeout: 120_000,
          // After all others: a story's waits are meant for a machine that is not busy with something else.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
});
