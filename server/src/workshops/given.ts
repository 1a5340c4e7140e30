// Changes as they come from requests: a part that is absent, or present as undefined, is not to be changed.

export type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Only the parts that were given. */
export const given = <T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
