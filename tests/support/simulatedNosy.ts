// Somebody at the workshop who looks wherever they may: every route that can be read, every byte of a board's socket.
import { ROUTES } from '@masa/shared/wire';
import type { Crowd, Simulated } from './simulatedPeople.ts';

export interface Nosy {
  /** Reads every GET route about the workshop and the board; what it was answered, path by path. */
  look(): Promise<ReadonlyMap<string, { readonly status: number; readonly text: string }>>;
  /** Everything the board's socket brought so far. */
  bytes(): Buffer;
  /** Of these texts those it has seen anywhere: on the socket, or in any route just now. */
  seen(secrets: readonly string[]): Promise<readonly string[]>;
}

export interface NosySight {
  readonly workshop: string;
  readonly code: string;
  readonly board: string;
  /** Rounds of the board's kind. */
  readonly rounds: readonly string[];
  /** Objects it knows of, whose threads it follows. */
  readonly objects: () => readonly string[];
}

/** Opens a socket on the board and keeps what it brings. */
export async function createNosy(crowd: Crowd, who: Simulated, sight: NosySight): Promise<Nosy> {
  const peer = await crowd.sit(sight.board, who.token);
  const frames: Buffer[] = [];
  peer.socket.on('message', (data: Buffer) => void frames.push(data));

  /** The addresses a row of the table of routes stands for here; none where it is about something that is not there. */
  const addressesOf = (path: string): readonly string[] => {
    const owner = path.startsWith('/api/boards/') ? sight.board : sight.workshop;
    const begun = path.replace('{id}', owner).replace('{code}', sight.code);
    const rounds = begun.includes('{round}') ? sight.rounds.map((round) => begun.replace('{round}', round)) : [begun];
    return rounds.flatMap((each) => (each.includes('{objectId}') ? sight.objects().map((object) => each.replace('{objectId}', object)) : [each]));
  };
  const nosy: Nosy = {
    async look() {
      const found = new Map<string, { status: number; text: string }>();
      const versions = await crowd.ask<{ versions?: { id: string }[] }>('GET', `/api/boards/${sight.board}/versions`, { token: who.token });
      const paths = Object.values(ROUTES)
        .filter(({ method }) => method === 'get')
        .flatMap(({ path }) => addressesOf(path))
        .flatMap((path) => (path.includes('{versionId}') ? (versions.body.versions ?? []).map(({ id }) => path.replace('{versionId}', id)) : [path]))
        .filter((path) => !path.includes('{'));
      for (const path of paths) {
        const { status, text } = await crowd.ask('GET', path, { token: who.token });
        found.set(path, { status, text });
      }
      return found;
    },
    bytes: () => Buffer.concat(frames),
    async seen(secrets) {
      const all = [nosy.bytes(), ...[...(await nosy.look()).values()].map(({ text }) => Buffer.from(text))];
      return secrets.filter((secret) => all.some((bytes) => bytes.includes(secret)));
    },
  };
  return nosy;
}
