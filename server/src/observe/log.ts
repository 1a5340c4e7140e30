// The log: events with fields, one JSON line each. Never tokens, codes, names or what is written on boards: fields are ids, counts,
// durations and names of events; a request is logged by its route, not by its address.
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

export type { Logger } from 'pino';

/** What might hold a secret if a library logs a request or a socket of its own accord. */
const SECRET_PATHS = [
  'headers',
  '*.headers',
  'req.headers',
  'req.url',
  'url',
  '*.url',
  'token',
  '*.token',
  'query',
  '*.query',
  'err.body',
  'error.body',
];

const QUERY = /([?&](?:token|ticket|key)=)[^&\s"']+/gi;

/** Takes query secrets out of a text, e.g. out of an address in an error message. */
export const redactText = (text: string): string => text.replace(QUERY, '$1…');

export function createLog(level: Config['logLevel'], to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: SECRET_PATHS, censor: '…' },
    serializers: {
      error: (error: unknown) => {
        if (!(error instanceof Error)) return { name: typeof error };
        return { name: error.name, message: redactText(error.message), stack: redactText(error.stack ?? '') };
      },
    },
  };
  return to ? pino(options, to) : pino(options);
}
