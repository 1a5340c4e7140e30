export * from './facilitation.ts';
export * from './http.ts';
export { type Bytes, isBytes, type Route } from './route.ts';
export * from './routes.ts';
export * from './sync.ts';
