// The guard of the borders, and the guard of the guard.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const REPO = join(import.meta.dirname, '..', '..');
const rules = createRequire(import.meta.url)('./borders.cjs') as {
  forbidden: { name: string }[];
  options: Record<string, unknown> & { enhancedResolveOptions: Record<string, unknown> };
};

async function guard(baseDir: string): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...options } = rules.options;
  const done = await cruise(
    ['shared/src', 'server/src', 'client/src'],
    { ...options, baseDir, validate: true, ruleSet: { forbidden: rules.forbidden as never } },
    enhancedResolveOptions,
  );
  return done.output as ICruiseResult;
}

test('HOUSE-5 no import crosses a border', { timeout: 120_000 }, async () => {
  const { summary } = await guard(REPO);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(100);
});

/** For each law, a pair of files in which the first breaks it by importing the second. */
const PLANTED: readonly (readonly [string, string])[] = [
  ['shared/src/core/a.ts', 'shared/src/core/b.ts'],
  ['shared/src/kinds/index.ts', 'server/src/main.ts'],
  ['server/src/main.ts', 'client/src/main.ts'],
  ['client/src/main.ts', 'server/src/config.ts'],
  ['shared/src/wire/c.ts', 'node:fs'],
  ['shared/src/core/d.ts', 'shared/src/board/d.ts'],
  ['shared/src/document/e.ts', 'shared/src/board/d.ts'],
  ['shared/src/board/f.ts', 'shared/src/kinds/f.ts'],
  ['shared/src/kinds/one/g.ts', 'shared/src/wire/g.ts'],
  ['shared/src/kinds/one/h.ts', 'shared/src/kinds/two/h.ts'],
  ['server/src/sync/i.ts', 'server/src/facilitation/i.ts'],
  ['server/src/facilitation/j.ts', 'server/src/sync/j.ts'],
  ['server/src/store/k.ts', 'server/src/http/k.ts'],
  ['server/src/http/l.ts', 'server/src/store/sqlite.ts'],
  ['client/src/editor/m.ts', 'client/src/canvas/m.ts'],
  ['client/src/tools/n.ts', 'client/src/session/n.ts'],
  ['client/src/canvas/o.ts', 'client/src/kinds/one/o.ts'],
  ['client/src/ui/p.ts', 'client/src/pages/p.ts'],
  ['client/src/pages/q.ts', 'konva'],
  ['client/src/pages/r.ts', 'socket.io-client'],
  ['client/src/pages/s.ts', 'y-websocket'],
  ['server/src/store/t.ts', 'express'],
  ['server/src/versions/y.ts', 'server/src/http/y.ts'],
  ['server/src/sync/z.ts', 'server/src/versions/z.ts'],
  ['shared/src/objects/u.ts', 'shared/src/kinds/u.ts'],
  ['server/src/http/v.ts', 'sharp'],
  ['server/src/http/w.ts', 'file-type'],
  ['client/src/pages/x.ts', 'perfect-freehand'],
  ['client/src/pages/aa.ts', 'shared/src/kinds/index.ts'],
  ['server/src/rounds/ab.ts', 'server/src/http/ab.ts'],
  ['server/src/thread/ac.ts', 'server/src/market/ac.ts'],
  ['client/src/designer/ad.ts', 'client/src/editor/ad.ts'],
];

test('HOUSE-6 the guard catches a planted violation of every law', { timeout: 120_000 }, async () => {
  const house = mkdtempSync(join(tmpdir(), 'masa-borders-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text, { flag: 'a' });
  };
  try {
    for (const [from, to] of PLANTED) {
      const local = to.includes('/src/');
      const up = '../'.repeat(from.split('/').length - 1);
      put(from, `import '${local ? `${up}${to}` : to}';\n`);
      if (local) put(to, 'export {};\n');
      else if (!to.startsWith('node:')) {
        put(`node_modules/${to}/package.json`, JSON.stringify({ name: to, main: 'index.js' }));
        put(`node_modules/${to}/index.js`, 'module.exports = {};\n');
      }
    }
    put('shared/src/core/b.ts', "import './a.ts';\n");
    const { summary } = await guard(house);
    const caught = new Set(summary.violations.map(({ rule }) => rule.name));
    expect(rules.forbidden.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([]);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});

function sources(folder: string): string[] {
  return readdirSync(join(REPO, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/u.test(name))
    .map((name) => join(folder, name));
}

test('HOUSE-7 no source file is longer than 400 lines', () => {
  const files = ['shared/src', 'server/src', 'client/src'].flatMap(sources);
  expect(files.length).toBeGreaterThan(100);
  const long = files.filter((file) => readFileSync(join(REPO, file), 'utf8').split('\n').length > 401);
  expect(long).toEqual([]);
});

test('HOUSE-8 the lockfile holds no address and one copy of the document engine', () => {
  const lock = readFileSync(join(REPO, 'pnpm-lock.yaml'), 'utf8');
  expect(lock.match(/https?:\/\/\S+/gu) ?? []).toEqual([]);
  const versions = (name: string): string[] => [
    ...new Set([...lock.matchAll(new RegExp(`^  ${name}@(\\d[^:(]*)`, 'gmu'))].map((found) => found[1] as string)),
  ];
  expect(versions('yjs')).toEqual(['13.6.33']);
  expect(versions('lib0')).toEqual(['0.2.120']);
});
