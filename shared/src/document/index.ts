export * from './apply.ts';
export * from './edit.ts';
export * from './facet.ts';
export * from './history.ts';
export * from './layout.ts';
export * from './projection.ts';
export * from './record.ts';
export * from './textBinding.ts';
