import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';

const executablePath = chromiumPath();
if (!executablePath) throw new Error('No Chromium found: run "npm test", which says how to install it.');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['masa-src', ...defaultClientConditions], dedupe: ['yjs', 'react', 'react-dom', 'konva'] },
  ssr: { resolve: { conditions: ['masa-src', ...defaultServerConditions] } },
  test: {
    // Processes and browsers share a small machine: waiting longer costs nothing where the event comes.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{architecture,contracts,shared,kinds,server,hostile}/**/*.test.ts', 'client/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'dom', include: ['client/**/*.test.tsx'], environment: 'happy-dom', testTimeout: 20_000 } },
      {
        extends: true,
        optimizeDeps: { include: ['react', 'react-dom/client', 'konva', 'axe-core', 'yjs', 'y-websocket', 'y-indexeddb', 'perfect-freehand'] },
        test: {
          name: 'browser',
          include: ['browser/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
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
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
