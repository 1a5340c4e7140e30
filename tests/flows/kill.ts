// Kills a writing server again and again and looks for what it had promised: npx tsx tests/flows/kill.ts --kills 200 [--seed 1]
// Several people write with receipts; the process gets SIGKILL at a random moment; in every other round the authors are gone
// afterwards, so that the file alone must have kept what was receipted. Prints one line; exit code 1 if anything was lost.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { objectsOf } from '@masa/shared/document';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { createRandom } from '../support/mutate.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { freshPath } from '../support/serverBoards.ts';

export interface KillFigures {
  readonly kills: number;
  /** Edits a receipt called durable. */
  readonly acknowledged: number;
  readonly lost: readonly string[];
  /** Refusals and unexplained closings honest people met. */
  readonly faults: readonly string[];
}

const TESTS = join(import.meta.dirname, '..');
const AUTHORS = ['ana', 'bob', 'eva', 'dan'] as const;
/** Rounds that share a board: a board holds 5,000 objects. */
const ROUNDS_PER_BOARD = 10;

type Server = ChildProcessByStdio<Writable, Readable, null>;

/** The child reads the sources, or what was built if MASA_BUILT is set: that starts sooner. */
const CONDITIONS = process.env.MASA_BUILT ? [] : ['--conditions=masa-src'];

function standBy(): { readonly process: Server; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', ...CONDITIONS, join(TESTS, 'support', 'serverProcess.ts')], {
    cwd: TESTS,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { process: child, lines: linesOf(child.stdout) };
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}

/** One promise: the text of `card` holds `word`. */
interface Promised {
  readonly board: string;
  readonly card: string;
  readonly word: string;
}

class Author {
  readonly #board: string;
  readonly #name: string;
  readonly #byFrame: Promised[][] = [];
  readonly #promised: Promised[];
  #doc = new Y.Doc();
  #peer: Peer | undefined;
  #told = 0;
  #made = 0;

  constructor(board: string, name: string, promised: Promised[]) {
    this.#board = board;
    this.#name = name;
    this.#promised = promised;
  }

  async join(url: string, withDocument: boolean): Promise<void> {
    if (!withDocument) {
      this.#doc = new Y.Doc();
      this.#unsent = [];
    }
    this.#byFrame.length = 0;
    this.#told = 0;
    const peer = openPeer(url, this.#board, `ticket-${this.#name}`, {
      ack: true,
      doc: this.#doc,
      // Frame 1 is the answer to the server's question: it carries everything written before.
      onSend: (n) => {
        this.#byFrame[n] = this.#unsent;
        this.#unsent = [];
      },
    });
    this.#peer = peer;
    await peer.synced;
  }

  #unsent: Promised[] = [];

  /** Writes one word, into a card of its own now and then, and puts a promise on record once the frame is durable. */
  write(random: () => number): void {
    if (!this.#peer) return;
    const fresh = this.#made % 8 === 0;
    const card = `${this.#name}-${Math.floor(this.#made / 8)}`;
    const word = `${this.#name}${this.#made++};`;
    this.#unsent.push({ board: this.#board, card, word });
    if (fresh || !objectsOf(this.#doc).has(card)) this.#peer.edit(createEdit({ id: card, text: word }));
    else {
      const text = objectsOf(this.#doc).get(card)?.get('text') as Y.Text;
      text.insert(text.length, word);
    }
    if (random() < 0.2) this.#peer.edit({ do: 'set', id: card, facet: 'notes', value: word });
    this.listen();
  }

  /** Takes note of what was receipted since. */
  listen(): void {
    const upTo = this.#peer?.durable ?? 0;
    while (this.#told < upTo) this.#promised.push(...(this.#byFrame[++this.#told] ?? []));
  }

  get faults(): string[] {
    return (this.#peer?.receipts ?? []).flatMap((receipt) => (receipt.kind === 'refused' ? [`${this.#name}: ${receipt.reason}`] : []));
  }

  async gone(): Promise<void> {
    await this.#peer?.closed;
    this.listen();
    // What was written and never receipted comes again with the document.
    for (let n = this.#told + 1; n < this.#byFrame.length; n++) this.#unsent.unshift(...(this.#byFrame[n] ?? []));
  }
}

const missing = (doc: Y.Doc, promised: readonly Promised[]): string[] =>
  promised
    .filter(({ card, word }) => !objectsOf(doc).get(card)?.get('text')?.toString().includes(word))
    .map(({ board, card, word }) => `${board}/${card} ${word}`);

export async function kill(kills: number, seed: number): Promise<KillFigures> {
  const random = createRandom(seed);
  const path = freshPath();
  const promised: Promised[] = [];
  const lost: string[] = [];
  const faults: string[] = [];
  let authors: Author[] = [];
  let next = standBy();
  let board = '';
  for (let round = 0; round <= kills; round++) {
    const server = next;
    await server.lines.next();
    const newBoard = `board${Math.floor(round / ROUNDS_PER_BOARD)}`;
    server.process.stdin.write(`${JSON.stringify({ path, boards: [newBoard] })}\n`);
    const { port } = JSON.parse((await server.lines.next()).value as string) as { port: number };
    const url = `ws://127.0.0.1:${port}/sync`;
    // Before anybody else comes: what does the file say?
    const last = round === kills;
    const toCheck = last ? [...new Set(promised.map((each) => each.board))] : board === '' ? [] : [board];
    for (const each of toCheck) {
      const reader = openPeer(url, each, 'ticket-reader');
      await reader.synced;
      const own = promised.filter((promise) => promise.board === each);
      for (const word of missing(reader.doc, own)) if (!lost.includes(word)) lost.push(word);
      await reader.close();
    }
    if (last) {
      server.process.kill('SIGKILL');
      break;
    }
    next = standBy();
    if (newBoard !== board) {
      board = newBoard;
      authors = AUTHORS.map((name) => new Author(newBoard, name, promised));
    }
    await Promise.all(authors.map((author) => author.join(url, round % 2 === 1)));
    const until = performance.now() + 30 + random() * 400;
    while (performance.now() < until) {
      for (const author of authors) author.write(random);
      await new Promise((resolve) => setTimeout(resolve, random() * 4));
    }
    server.process.kill('SIGKILL');
    await Promise.all(authors.map((author) => author.gone()));
    for (const author of authors) faults.push(...author.faults);
  }
  return { kills, acknowledged: promised.length, lost, faults };
}

const argument = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { kills, acknowledged, lost, faults } = await kill(argument('kills', 200), argument('seed', 1));
  console.log(`kills ${kills}, acknowledged ${acknowledged}, lost ${lost.length}, honest edits refused ${faults.length}`);
  for (const line of [...lost, ...faults].slice(0, 20)) console.log(line);
  process.exit(lost.length + faults.length > 0 ? 1 : 0);
}
