export * from './model.ts';
export * from './templates.ts';
export * from './kind.ts';
