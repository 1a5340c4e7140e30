// Builds the pages as an app is built and serves them on loopback.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions, type InlineConfig, preview } from 'vite';
import { scratchFolder } from '../support/scratch.ts';

const BENCH = join(import.meta.dirname, '..');

const SITES = {
  own: { root: join(BENCH, 'canvas', 'pages'), pages: ['bare.html', 'masa.html'] },
  excalidraw: { root: join(BENCH, 'peers', 'excalidraw'), pages: ['excalidraw.html'] },
  tldraw: { root: join(BENCH, 'peers', 'tldraw'), pages: ['tldraw.html'] },
} as const;

export type Site = keyof typeof SITES;

export interface Served {
  /** Script the first page loads at once, kB gzip. */
  readonly kB: number;
  address(page: string): string;
  close(): Promise<void>;
}

/** Static imports, followed from what the page names. */
function firstLoadKb(outDir: string, page: string): number {
  const assets = readdirSync(join(outDir, 'assets')).filter((name) => name.endsWith('.js'));
  const read = (name: string): string => readFileSync(join(outDir, 'assets', name), 'utf8');
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || !assets.includes(name)) return;
    found.add(name);
    for (const [, next] of read(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu)) if (next) visit(next);
  };
  for (const [, src] of readFileSync(join(outDir, page), 'utf8').matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/gu)) if (src) visit(src);
  return [...found].reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0) / 1_000;
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
  return { kB: firstLoadKb(outDir, pages[0]), address: (page) => `${address}${page}`, close: () => server.close() };
}
