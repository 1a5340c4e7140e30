// The server's own socket: where it listens, under which address people reach it, and how it stops.
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Config } from './config.ts';
import { lanAddresses } from './lanAddresses.ts';

export interface Listening {
  readonly http: Server;
  /** The address people type: PUBLIC_URL, or one of this machine. */
  readonly publicAddress: () => string;
  /** Resolves with the address it is reached by on this machine. `onBroken`: it failed later. */
  open(onBroken: (error: Error) => void): Promise<string>;
  /** Takes no more connections. `cut` ends those there are, with a moment for last words, and resolves when all are gone. */
  refuse(): { cut(): Promise<void> };
}

/** A listening socket answers slow or stuck requests no longer than this. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;

/** How long closing waits for sockets to say goodbye. */
const LAST_WORDS_MS = 1_000;

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

export function createListening({ host, port, publicUrl }: Pick<Config, 'host' | 'port' | 'publicUrl'>): Listening {
  const http = createServer({ requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS });
  const connected = new Set<Socket>();
  http.on('connection', (socket) => {
    connected.add(socket);
    socket.on('close', () => connected.delete(socket));
  });
  const boundPort = (): number => ((http.address() ?? { port }) as AddressInfo).port;
  return {
    http,
    publicAddress: () => publicUrl ?? `http://${isEverywhere(host) ? (lanAddresses()[0] ?? '127.0.0.1') : hostInUrl(host)}:${boundPort()}`,
    open: (onBroken) =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => {
          http.off('error', reject);
          http.on('error', onBroken);
          resolve(`http://${isEverywhere(host) ? '127.0.0.1' : hostInUrl(host)}:${boundPort()}`);
        });
      }),
    refuse() {
      const closed = http.listening ? new Promise<void>((resolve) => void http.close(() => resolve())) : Promise.resolve();
      return {
        async cut() {
          http.closeAllConnections();
          // A peer that does not answer the closing handshake must not hold the process.
          const timer = setTimeout(() => {
            for (const socket of connected) socket.destroy();
          }, LAST_WORDS_MS);
          await closed;
          clearTimeout(timer);
        },
      };
    },
  };
}
