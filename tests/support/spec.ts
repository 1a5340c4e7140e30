// Reads the specification: rules with stable ids in tests/spec, and the tests that name them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const RULE = /^- \*\*([A-Z]+-\d+)\*\* \S/gmu;
const TITLE = /\b(?:test|it)(?:\.(?:each|for)(?:<[^()]*>)?\([\s\S]*?\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/gu;
const ID = /^([A-Z]+-\d+)\b/u;

function filesUnder(folder: string, ends: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name) && !name.includes('node_modules') && !name.startsWith('bench/peers'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Rule ids in the order they stand, repetitions included. */
export const ruleIds = (text: string): string[] => [...text.matchAll(RULE)].map((found) => found[1] as string);

/** Titles of the tests in a source text. */
export const testTitles = (source: string): string[] => [...source.matchAll(TITLE)].map((found) => found[2] as string);

/** The rule id a title begins with. */
export const idOf = (title: string): string | undefined => ID.exec(title)?.[1];

export const allRules = (): string[] => filesUnder(join(ROOT, 'spec'), /\.md$/u).flatMap((file) => ruleIds(readFileSync(file, 'utf8')));

export const allTests = (): { file: string; title: string }[] =>
  filesUnder(ROOT, /\.test\.tsx?$/u).flatMap((file) => testTitles(readFileSync(file, 'utf8')).map((title) => ({ file, title })));
