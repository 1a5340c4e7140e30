export * from './kind.ts';
export * from './model.ts';
export * from './sheetEdits.ts';
export type { CardFields } from './sheetFields.ts';
export { splitList } from './sheetLists.ts';
export * from './sheetParse.ts';
export * from './templates.ts';
