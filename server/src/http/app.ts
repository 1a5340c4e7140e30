// The HTTP side of the server: its middleware, in the one order that holds.
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { Caller, Callers } from '../auth/callers.ts';
import type { Origins } from '../auth/origins.ts';
import { Refusal } from '../auth/refusal.ts';
import type { Signer } from '../auth/secrets.ts';
import type { Logger } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import { createApi, type Locals } from './bind.ts';
import type { Handlers } from './call.ts';
import { answerTo } from './errors.ts';
import { openApi } from './openapi.ts';
import { createProbes } from './probes.ts';
import { createStaticFiles } from './staticFiles.ts';
import { createVisits } from './visits.ts';

export interface AppParts {
  readonly callers: Callers;
  readonly origins: Origins;
  readonly signer: Signer;
  readonly handlers: Handlers;
  readonly pace: (caller: Caller | undefined, device: string, bytes: number) => Promise<void>;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly publicUrl: string | undefined;
  readonly fallbackAddress: () => string;
  readonly isWritable: () => Promise<void>;
  readonly clientFolder: string;
  readonly version: string;
}

/** Only what comes from here runs and loads: no inline script, no third party, no frame around us. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // React sets style attributes through the DOM, which no policy forbids; style elements come from files.
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

export function createApp(parts: AppParts): Express {
  const { origins, log, metrics } = parts;
  const visits = createVisits(parts);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', 'strong');
  app.set('query parser', 'simple');

  app.use(
    helmet({
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      // Only over https would a browser heed it, and a venue's laptop must stay reachable by http.
      strictTransportSecurity: parts.publicUrl?.startsWith('https:') === true,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
  );
  app.use(
    pinoHttp({
      logger: log,
      quietReqLogger: true,
      quietResLogger: true,
      customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
      customSuccessMessage: () => 'request.answered',
      customErrorMessage: () => 'request.failed',
      customErrorObject: (_request, _response, error: Error) => ({ error }),
      customProps: (_request, response) => ({
        status: response.statusCode,
        route: (response as { locals?: Locals }).locals?.route ?? 'other',
      }),
    }),
  );
  app.use((_request, response, next) => {
    const started = performance.now();
    response.on('finish', () =>
      metrics.request((response.locals as Locals).route ?? 'other', response.statusCode, (performance.now() - started) / 1_000),
    );
    next();
  });

  app.use(createProbes(parts));
  app.use(compression({ threshold: 1_024 }));

  app.use('/api', (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    visits.markDevice(request, response);
    next(origins.isOurs(request.headers.origin, request.headers.host) ? undefined : new Refusal('foreign-origin'));
  });
  const description = openApi(parts.version);
  app.get('/api/openapi.json', (_request, response) => void response.json(description));
  app.use(createApi({ visits, handlers: parts.handlers, pace: parts.pace }));
  app.use('/api', () => {
    throw new Refusal('not-found');
  });

  app.use(
    createStaticFiles(parts.clientFolder, (request, response, next) => {
      visits.markDevice(request, response);
      next();
    }),
  );

  const onError: ErrorRequestHandler = (failure: unknown, request, response, _next) => {
    const { status, body } = answerTo(failure, (response.locals as Locals).language ?? visits.language(request));
    if (status === 500) log.error({ error: failure, route: (response.locals as Locals).route }, 'request.broke');
    if (response.headersSent) {
      request.socket.destroy();
      return;
    }
    if (body.error.retryAfterMs !== undefined) response.setHeader('Retry-After', Math.ceil(body.error.retryAfterMs / 1_000));
    response.status(status).json(body);
  };
  app.use(onError);
  return app;
}
