export * from './bands.ts';
export * from './commands.ts';
export * from './grid.ts';
export * from './kind.ts';
export * from './merge.ts';
export {
  ACTIONS,
  PHASES,
  type Phase,
  RISK_FIELDS,
  RISKS,
  TREATMENTS,
  type Treatment,
} from './model.ts';
export * from './rating.ts';
export * from './register.ts';
export * from './risks.ts';
export { nobodyKnows } from './rounds.ts';
export * from './scales.ts';
export { bandText, type MatrixFault, type MatrixWords, matrixTemplate, riskTemplates, TRAY } from './templates.ts';
