// How much script a page loads on a first visit: the files of client/dist, followed from index.html through the imports in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { judge, type Verdict } from './goals.ts';
import type { Report } from './support/report.ts';
import { table } from './support/table.ts';

const DIST = join(import.meta.dirname, '..', '..', 'client', 'dist');

/** A script as it travels, kB gzip. */
export const scriptKb = (name: string): number => gzipSync(readFileSync(join(DIST, 'assets', name)), { level: 9 }).length / 1_000;

const STATIC_IMPORT = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu;
const LATER_IMPORT = /import\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/gu;
/** What the board page imports later and needs for its first picture. Everything else that loads later is for something one has to do first. */
const AT_FIRST = /\/board\/Canvas\.tsx$/u;

interface Page {
  readonly name: string;
  readonly goal: 'joinPage' | 'boardPage';
  /** Beginning of the file name of the page's own chunk. */
  readonly chunk: string;
  /** Whether the page needs what it imports later before it can be used. */
  readonly later: boolean;
}

const PAGES: readonly Page[] = [
  { name: 'join page', goal: 'joinPage', chunk: 'JoinPage-', later: false },
  { name: 'board page', goal: 'boardPage', chunk: 'BoardPage-', later: true },
];

function filesOf(page: Page): readonly string[] {
  const assets = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js'));
  const read = (name: string): string => readFileSync(join(DIST, 'assets', name), 'utf8');
  /** The module a chunk was made for: the last that runs in it. */
  const facade = (name: string): string => {
    const map = join(DIST, 'assets', `${name}.map`);
    return existsSync(map) ? ((JSON.parse(readFileSync(map, 'utf8')) as { sources: readonly string[] }).sources.at(-1) ?? name) : name;
  };
  const found = new Set<string>();
  const visit = (name: string, follow: boolean): void => {
    if (found.has(name) || !assets.includes(name)) return;
    found.add(name);
    const text = read(name);
    for (const [, next] of text.matchAll(STATIC_IMPORT)) if (next) visit(next, false);
    if (follow) for (const [, next] of text.matchAll(LATER_IMPORT)) if (next && AT_FIRST.test(facade(next))) visit(next, true);
  };
  const index = readFileSync(join(DIST, 'index.html'), 'utf8');
  for (const [, src] of index.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/gu)) if (src) visit(src, false);
  const own = assets.filter((name) => name.startsWith(page.chunk));
  if (own.length === 0) throw new Error(`client/dist has no chunk ${page.chunk}*.js`);
  for (const name of own) visit(name, page.later);
  return [...found];
}

export function runBundle(): Report {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('client/dist is missing: npm run build');
  const verdicts: Verdict[] = [];
  const rows = PAGES.map((page) => {
    const sizes = filesOf(page).map((name) => ({ name, kB: scriptKb(name) }));
    const kB = sizes.reduce((sum, each) => sum + each.kB, 0);
    const [largest] = sizes.sort((a, b) => b.kB - a.kB);
    verdicts.push(judge(page.goal, page.name, kB));
    return [page.name, kB.toFixed(1), sizes.length, largest ? `${basename(largest.name)} ${largest.kB.toFixed(1)}` : '–'];
  });
  return { text: table('Script on a first visit, kB gzip', ['', 'kB', 'files', 'largest'], rows), verdicts, figures: rows, failures: [] };
}
