// How the browser itself breaks a text, to compare our own breaking with.
import type { Language } from '@masa/shared/core';

/** Lines as the DOM breaks them: by the vertical place of every letter. Sizes in px. */
export function domLines(text: string, width: number, language: Language, size: number, lineHeight: number): readonly string[] {
  const at = document.createElement('div');
  at.lang = language;
  at.style.cssText = `position:absolute;width:${width}px;font:400 ${size}px/${lineHeight}px 'Noto Sans Variable';white-space:pre-wrap;overflow-wrap:anywhere;text-rendering:geometricPrecision;font-kerning:normal`;
  at.textContent = text;
  document.body.append(at);
  const node = at.firstChild as Text;
  const range = document.createRange();
  const lines: string[] = [];
  let last = Number.NaN;
  for (let index = 0; index < text.length; index += 1) {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const rects = range.getClientRects();
    const top = Math.round((rects[rects.length - 1]?.top ?? last) / lineHeight);
    if (top !== last && text[index]?.trim() !== '') {
      lines.push('');
      last = top;
    }
    lines[lines.length - 1] += text[index] ?? '';
  }
  at.remove();
  return lines.map((line) => line.trimEnd());
}
