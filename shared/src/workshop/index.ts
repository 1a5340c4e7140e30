export * from './access.ts';
export * from './authorship.ts';
export * from './codes.ts';
export * from './model.ts';
export * from './placing.ts';
export * from './placingMethod.ts';
export * from './placingModel.ts';
export { brokenRules } from './placingRules.ts';
export * from './placingWalk.ts';
