// Builds the pages as an app is built and serves them on loopback.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions, type InlineConfig, preview } from 'vite';
import { scratchFolder } from '../support/scratch.ts';

const BENCH = join(import.meta.dirname, '..');

const SITES = {
  own: { root: join(BENCH, 'canvas', 'pages'), pages: ['bare.html', 'masa.html'] },
  peers: { root: join(BENCH, 'peers', 'excalidraw'), pages: ['excalidraw.html'] },
} as const;

export type Site = keyof typeof SITES;

export interface Served {
  address(page: string): string;
  close(): Promise<void>;
}

export async function serve(site: Site): Promise<Served> {
  const { root, pages } = SITES[site];
  const outDir = scratchFolder();
  const config: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: site === 'own' ? [react()] : [],
    resolve: { conditions: ['masa-src', ...defaultClientConditions], dedupe: ['yjs', 'react', 'react-dom', 'konva'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 20_000,
      rollupOptions: { input: pages.map((page) => join(root, page)) },
    },
    preview: { host: '127.0.0.1', port: 0, strictPort: true },
  };
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the pages are not served');
  return { address: (page) => `${address}${page}`, close: () => server.close() };
}
