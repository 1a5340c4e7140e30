// The ways a board leaves Masa. Each is pure: a reader in, text or JSON out.
export * from './exportersCsv.ts';
export * from './exportersJson.ts';
export * from './exportersMarkdown.ts';
