// Join codes as people type and paste them.
import { spokenCode } from '@masa/shared/workshop';

const LONGEST = 9;

/** The digits in what was typed or pasted: spaces, hyphens and letters go; of a pasted link its code stays. At most nine. */
export function digitsOf(text: string): string {
  const plain = text.normalize('NFKC');
  const link = /\/join\/([\d\s-]+)/.exec(plain)?.[1];
  return (link ?? plain).replace(/\D/g, '').slice(0, LONGEST);
}

/** Where the caret stands in the grouped text when `digits` digits are before it. */
export const caretAfter = (grouped: string, digits: number): number => {
  let seen = 0;
  for (let at = 0; at < grouped.length; at += 1) {
    if (seen === digits) return at;
    if (/\d/.test(grouped.charAt(at))) seen += 1;
  }
  return grouped.length;
};

export const grouped = spokenCode;
