// One message, ready to be filled in. Messages are ICU MessageFormat, of which they use the part that texts of an interface need:
// `{name}` and `{count, plural, =0 {…} one {# seat} other {# seats}}`. The full library (intl-messageformat) is a tenth of the script the
// joining page may load; a test compares this reader with it over every text of every language.
// https://unicode-org.github.io/icu/userguide/format_parse/messages/
import type { Language } from '@masa/shared/core';

/** What stands in the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;

export type MessagePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly name: string }
  | { readonly type: 'count' }
  | { readonly type: 'plural'; readonly name: string; readonly forms: ReadonlyMap<string, readonly MessagePart[]> };

export interface Message {
  readonly parts: readonly MessagePart[];
  /** The message with its values. A value that is missing shows as nothing. */
  format(values?: Values): string;
}

const fault = (text: string): Error => new Error(`malformed message: ${text}`);

/** Reads a message up to the brace that closes it; the rest is what follows that brace. */
function read(text: string, start: number, inPlural: boolean): { readonly parts: readonly MessagePart[]; readonly end: number } {
  const parts: MessagePart[] = [];
  let at = start;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === '#' && inPlural) {
      parts.push({ type: 'count' });
      at += 1;
      continue;
    }
    if (text[at] !== '{') {
      const stop = text.slice(at + 1).search(inPlural ? /[{}#]/ : /[{}]/);
      const end = stop < 0 ? text.length : at + 1 + stop;
      parts.push({ type: 'text', text: text.slice(at, end) });
      at = end;
      continue;
    }
    const [opening = '', name = '', plural] = /^\{\s*(\w+)\s*(?:(,\s*plural\s*,)|\})/.exec(text.slice(at)) ?? [];
    if (opening === '') throw fault(text);
    at += opening.length;
    if (!plural) {
      parts.push({ type: 'value', name });
      continue;
    }
    const forms = new Map<string, readonly MessagePart[]>();
    for (;;) {
      const [head = '', selector = ''] = /^\s*(=\d+|[a-z]+)\s*\{/.exec(text.slice(at)) ?? [];
      if (head === '') break;
      const form = read(text, at + head.length, true);
      forms.set(selector, form.parts);
      at = form.end + 1;
    }
    const closing = /^\s*\}/.exec(text.slice(at))?.[0];
    if (!closing || !forms.has('other')) throw fault(text);
    at += closing.length;
    parts.push({ type: 'plural', name, forms });
  }
  return { parts, end: at };
}

/** Making one takes longer than everything else about a sentence. */
const plurals = new Map<Language, Intl.PluralRules>();
const numbers = new Map<Language, Intl.NumberFormat>();
function pluralOf(language: Language, count: number): string {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return rules.select(count);
}
function written(language: Language, count: number): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, format);
  return format.format(count);
}

/** Throws on a malformed message: ours are tested, so that is a broken promise. */
export function createMessage(text: string, language: Language): Message {
  const { parts, end } = read(text, 0, false);
  if (end < text.length) throw fault(text);
  const fill = (of: readonly MessagePart[], values: Values, count: number): string =>
    of
      .map((part) => {
        if (part.type === 'text') return part.text;
        if (part.type === 'value') return String(values[part.name] ?? '');
        if (part.type === 'count') return written(language, count);
        const number = Number(values[part.name] ?? 0);
        const form = part.forms.get(`=${number}`) ?? part.forms.get(pluralOf(language, number)) ?? part.forms.get('other') ?? [];
        return fill(form, values, number);
      })
      .join('');
  return { parts, format: (values = {}) => fill(parts, values, 0) };
}
