// For whoever runs the server: is the process there, can it store, how is it doing.
import { isIP } from 'node:net';
import { Router } from 'express';
import { sameSecret } from '../auth/secrets.ts';
import type { Metrics } from '../observe/metrics.ts';

interface Parts {
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  /** Rejects while the store cannot be written. */
  readonly isWritable: () => Promise<void>;
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && isIP(address) !== 0 && /^(127\.|::1$|::ffff:127\.)/.test(address);

export function createProbes({ metrics, metricsToken, isWritable }: Parts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ ok: true }));
  router.get('/readyz', async (_request, response) => {
    try {
      await isWritable();
      response.json({ ok: true });
    } catch {
      response.status(503).json({ ok: false });
    }
  });
  router.get('/metrics', async (request, response) => {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    // A proxy on this machine makes everybody look like this machine: it passes on whom it speaks for, and that is not loopback.
    const local =
      isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
    const allowed = metricsToken === undefined ? local : given !== undefined && sameSecret(given, metricsToken);
    if (!allowed) {
      response.status(404).end();
      return;
    }
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
