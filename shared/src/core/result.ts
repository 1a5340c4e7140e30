// Outcomes as values. Bad input is a Result, handled by the caller; only a broken promise in our own code throws.

/** Why something was not taken: a stable code for programs and tests, and where in the input it happened. */
export interface Issue {
  readonly code: string;
  readonly path: string;
}

export type Result<T, E = Issue> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

export const issue = (code: string, path = ''): Issue => ({ code, path });
