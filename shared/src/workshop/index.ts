export * from './access.ts';
export * from './codes.ts';
export * from './model.ts';
