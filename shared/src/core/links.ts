// Web addresses in what people type. Only http, https and mailto become links; everything else stays text, `javascript:` first of all.

export interface TextPart {
  readonly text: string;
  /** The address to open; absent for plain text. */
  readonly href?: string;
}

const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"„“”«»]+/giu;

/** Marks that end a sentence around an address rather than belong to it; a closing bracket does if it was opened before. */
function trimmed(address: string): string {
  let end = address.replace(/[.,;:!?'’…]+$/u, '');
  while (end.endsWith(')') && end.split(')').length > end.split('(').length) end = end.slice(0, -1).replace(/[.,;:!?'’…]+$/u, '');
  return end;
}

/** Cuts a text into plain parts and links. The parts together are the text, character by character. */
export function linkParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = trimmed(found[0]);
    const href = linkOf(address);
    if (href === undefined) continue;
    if (found.index > at) parts.push({ text: text.slice(at, found.index) });
    parts.push({ text: address, href });
    at = found.index + address.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

const WEB = /^https?:\/\/[\p{L}\p{N}.[\]:-]+(?:[/?#]\S*)?$/iu;
const MAIL = /^mailto:[^\s@/]+@[^\s@/]+$/iu;

/** The address if a browser may open it, or undefined for what must stay text. A name or password before the host is refused: it hides the host. */
export const linkOf = (address: string): string | undefined => (WEB.test(address) || MAIL.test(address) ? address : undefined);
