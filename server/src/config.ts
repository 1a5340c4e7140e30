// The environment, read once. Whatever is malformed or unknown stops the start with a sentence that says which and what is expected:
// a setting that is silently ignored is found out in front of ninety people.
import path from 'node:path';
import { fail, ok, type Result } from '@masa/shared/core';
import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  /** 0: any free one. */
  readonly port: number;
  /** Address to listen on; 0.0.0.0 lets the laptops of a room in. */
  readonly host: string;
  /** Absolute path of the folder that holds everything. */
  readonly dataDir: string;
  /** Undefined: one is generated and printed as long as nobody has set the server up. */
  readonly setupKey: string | undefined;
  /** Origin people reach the server by, without a slash at the end; undefined: the address it listens on. */
  readonly publicUrl: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** With it, /metrics answers whoever brings it; without it, only programs on this machine. */
  readonly metricsToken: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const SETUP_KEY_MIN = 16;

interface Setting {
  readonly schema: z.ZodType;
  readonly expected: string;
}

const SETTINGS = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535)),
    expected: 'a port number from 0 to 65535, e.g. 8080 (0 takes any free one)',
  },
  HOST: { schema: z.string().regex(/^[\w.:-]{1,255}$/), expected: 'an address or name to listen on, e.g. 0.0.0.0 or 127.0.0.1' },
  DATA_DIR: { schema: z.string().min(1), expected: 'the path of a folder that can be written' },
  MASA_SETUP_KEY: { schema: z.string().min(SETUP_KEY_MIN).max(200), expected: `at least ${SETUP_KEY_MIN} characters` },
  PUBLIC_URL: {
    schema: z
      .string()
      .refine((text) => {
        if (!URL.canParse(text)) return false;
        const url = new URL(text);
        return ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search + url.hash + url.username + url.password === '';
      })
      .transform((text) => new URL(text).origin),
    expected: 'an address without a path, e.g. https://masa.example.org',
  },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS), expected: `one of ${LOG_LEVELS.join(', ')}` },
  METRICS_TOKEN: { schema: z.string().min(SETUP_KEY_MIN).max(200), expected: `at least ${SETUP_KEY_MIN} characters` },
} satisfies Record<string, Setting>;

const SECRET: readonly string[] = ['MASA_SETUP_KEY', 'METRICS_TOKEN'];

/** Reads the configuration. An empty variable counts as absent. The error is the list of sentences for the operator. */
export function parseConfig(environment: Environment): Result<Config, readonly string[]> {
  const faults: string[] = [];
  for (const name of Object.keys(environment)) {
    if (name.startsWith('MASA_') && !Object.hasOwn(SETTINGS, name)) {
      faults.push(`${name} is not a setting of Masa. The settings are: ${Object.keys(SETTINGS).join(', ')}.`);
    }
  }
  const read = <T>(name: keyof typeof SETTINGS, fallback: T): T => {
    const raw = environment[name];
    if (raw === undefined || raw === '') return fallback;
    const { schema, expected }: Setting = SETTINGS[name];
    const parsed = schema.safeParse(raw.trim());
    if (parsed.success) return parsed.data as T;
    const shown = SECRET.includes(name) ? 'what it is now' : JSON.stringify(raw.slice(0, 100));
    faults.push(`${name} must be ${expected}, not ${shown}.`);
    return fallback;
  };
  const config: Config = {
    port: read('PORT', 8_080),
    host: read('HOST', '0.0.0.0'),
    dataDir: path.resolve(read('DATA_DIR', './data')),
    setupKey: read<string | undefined>('MASA_SETUP_KEY', undefined),
    publicUrl: read<string | undefined>('PUBLIC_URL', undefined),
    logLevel: read<Config['logLevel']>('LOG_LEVEL', 'info'),
    metricsToken: read<string | undefined>('METRICS_TOKEN', undefined),
  };
  return faults.length > 0 ? fail(faults) : ok(config);
}
