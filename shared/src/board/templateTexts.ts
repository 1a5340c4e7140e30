// Words of a template that nobody has translated yet: what a viewer reads instead.
import { LANGUAGES, type Language, type Localized } from '../core/index.ts';
import type { Template, TemplateCell } from './template.ts';

/** Words in some of the languages. */
export type Worded = Readonly<Partial<Record<Language, string>>>;

/**
 * Words for every language: the viewer's own, else the workshop's, else English, else whatever there is, else `id`. Borrowed words carry
 * the language they are in, `Tjeneste [nb]`, so that nobody takes them for a mistake. Nothing at all stays empty where `id` is empty.
 */
export function withFallbacks(words: Worded, workshopLanguage: Language, id: string): Localized {
  const said = (language: Language): string => words[language]?.trim() ?? '';
  const lender = [workshopLanguage, 'en' as const, ...LANGUAGES].find((language) => said(language) !== '');
  const borrowed = lender === undefined ? id : `${said(lender)} [${lender}]`;
  return Object.fromEntries(LANGUAGES.map((language) => [language, said(language) || borrowed])) as unknown as Localized;
}

/** A template whose words are complete in every language. */
export function wordedTemplate(template: Template, workshopLanguage: Language): Template {
  const fill = (words: Worded, id = ''): Localized => withFallbacks(words, workshopLanguage, id);
  const cell = (each: TemplateCell): TemplateCell => ({
    ...each,
    title: fill(each.title, each.id),
    hint: fill(each.hint),
    example: fill(each.example),
    ...(each.heading ? { heading: fill(each.heading) } : {}),
    ...(each.question ? { question: fill(each.question) } : {}),
  });
  return {
    ...template,
    title: fill(template.title, template.id),
    cells: template.cells.map(cell),
    ...(template.captions
      ? {
          captions: template.captions.map((caption) => ({
            ...caption,
            text: fill(caption.text),
            ...(caption.note ? { note: fill(caption.note) } : {}),
          })),
        }
      : {}),
  };
}
