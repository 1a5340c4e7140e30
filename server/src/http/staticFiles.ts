// The built client: hashed assets are kept for a year, the page itself is asked for each time, and every address that is not a file
// leads to the page, which finds its own way.
import path from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { Refusal } from '../auth/refusal.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

/** @param folder the client's build; may be absent while developing, then only the API answers. */
export function createStaticFiles(folder: string, onPage: RequestHandler): Router {
  const router = Router();
  router.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false, redirect: false }));
  router.use('/assets', () => {
    throw new Refusal('not-found');
  });
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (response) => void response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.get('/{*page}', onPage, (request, response, next) => {
    if (path.extname(request.path) !== '') return next(new Refusal('not-found'));
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false }, (failure) => {
      if (failure) next(new Refusal('not-found'));
    });
  });
  return router;
}
