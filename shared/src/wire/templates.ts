// Templates a workshop makes for itself: what is sent to keep one, what comes back. The shape is checked here; whether a template is
// usable is decided by `validateTemplate`, which lists all its faults at once.
import { z } from 'zod';
import { BANDS } from '../board/index.ts';
import { cleanLine, LIMITS, visibleLength } from '../core/index.ts';
import { id, instant } from './httpParts.ts';

const words = z
  .string()
  .max(4 * LIMITS.templateTextMax)
  .overwrite(cleanLine)
  .refine((text) => visibleLength(text) <= LIMITS.templateTextMax, 'too-long');

const localized = z
  .object({ en: words.default(''), bg: words.default(''), ro: words.default(''), uk: words.default(''), nb: words.default('') })
  .describe('Words by language; what is missing is borrowed from the language of the workshop');

const side = z.number().int().min(0).max(LIMITS.templateSideMax);
const rect = z.object({ x: side, y: side, w: side, h: side }).describe('Board units');
const level = z.union([z.string().max(64), z.number(), z.boolean(), z.null()]);
/** Parts one facet's value has at most: the richest has two. */
const PARTS_MAX = 8;
const facetValue = z.union([level, z.record(z.string().max(64), level).refine((value) => Object.keys(value).length <= PARTS_MAX, 'too-long')]);

const cell = z.object({
  id,
  title: localized,
  heading: localized.optional(),
  hint: localized,
  example: localized,
  question: localized.optional(),
  slots: z
    .array(
      z.object({
        slot: id,
        when: z.object({ facet: id, values: z.array(facetValue).max(LIMITS.templateCells), enter: facetValue }).optional(),
      }),
    )
    .max(LIMITS.templateCells),
  rect,
  order: z.number().int().min(0).max(LIMITS.templateCells),
  band: z.enum(BANDS).optional(),
});

/** A template as its maker sends it: id and version are the server’s. */
export const ownTemplate = z.object({
  kind: id,
  title: localized,
  size: z.object({ w: side, h: side }),
  cells: z.array(cell).max(LIMITS.templateCells),
  connectors: z.array(z.object({ from: id, to: id })).max(2 * LIMITS.templateCells),
  captions: z
    .array(
      z.object({
        text: localized,
        note: localized.optional(),
        rect,
        beside: id.optional(),
        align: z.enum(['left', 'middle', 'right']).optional(),
      }),
    )
    .max(LIMITS.templateCells)
    .optional(),
  print: z.enum(['a4', 'a3', 'a2', 'a1']).optional(),
});

export const template = ownTemplate.extend({ id: z.string(), version: z.number().int() });

export const templateRequest = z.object({
  id: id.optional().describe('Of a template of this workshop, to keep a new version of it; absent: a new template'),
  drawnOf: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('The version it was drawn of: where there is a newer one by now, nothing is kept. Absent: it follows whatever is newest'),
  template: ownTemplate.refine((sent) => JSON.stringify(sent).length <= LIMITS.templateLength, 'too-long'),
});

export const templateSaved = z.object({
  ref: z.string().describe('Pinned, e.g. own-7fQ2@3'),
  warnings: z.array(z.object({ code: z.string(), path: z.string() })),
});

export const templateList = z.object({
  templates: z
    .array(
      z.object({ id, version: z.number().int(), at: instant, boards: z.number().int().describe('Boards that pin one of its versions'), template }),
    )
    .describe('The newest version of each, newest first'),
});

export const templateQuery = z.object({ template: z.string().max(80).describe('Id, or pinned version') });

export const templatePreview = z.object({
  ref: z.string(),
  orphans: z
    .array(z.object({ id, text: z.string(), cell: z.string().describe('Title of the cell it stands in now') }))
    .describe('Cards the other template shows in no cell'),
  parked: z.boolean().describe('They go to parking; false: the template has none, they stay, are counted, and come back with the old template'),
});

export type OwnTemplate = z.input<typeof ownTemplate>;
export type TemplateRequest = z.input<typeof templateRequest>;
export type TemplateSaved = z.infer<typeof templateSaved>;
export type TemplateList = z.infer<typeof templateList>;
export type TemplatePreview = z.infer<typeof templatePreview>;
