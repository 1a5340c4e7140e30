export * from './facilitation.ts';
export * from './http.ts';
export * from './routes.ts';
export * from './sync.ts';
