// The secret of the set-up link.

/** `#key=…` as it is printed, or the bare key. */
export const setupKeyOf = (hash: string): string => {
  const rest = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(rest.startsWith('key=') ? rest.slice(4) : rest);
  } catch {
    return '';
  }
};
