export * from './commands.ts';
export * from './field.ts';
export * from './kind.ts';
export * from './placement.ts';
export * from './present.ts';
export * from './presentWords.ts';
export * from './reader.ts';
export * from './template.ts';
