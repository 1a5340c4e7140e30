// What is on boards, as it travels over HTTP: the read model, cards of programs, pictures, versions, late contributions, the report.
import { z } from 'zod';
import { CURRENCIES, cleanLine, cleanText, LIMITS, visibleLength } from '../core/index.ts';
import { id, instant, language } from './httpParts.ts';

const attributes = 'and the typed attributes of the card’s cell, by field name';

/** Of one currency; amounts of different currencies are never added. */
const moneySum = z.object({
  currency: z.enum(CURRENCIES),
  have: z.number(),
  missing: z.number(),
  promised: z.number(),
  unsaid: z.number().describe('Amounts whose card does not say whether the resource is there'),
  total: z.number(),
});

export const readModel = z.object({
  workshopId: id,
  id,
  kind: z.string(),
  template: z.string(),
  cells: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      cards: z.array(z.looseObject({ id: z.string(), text: z.string(), author: z.unknown() }).describe(attributes)),
    }),
  ),
  free: z
    .array(z.looseObject({ id: z.string(), type: z.string(), title: z.string(), text: z.string() }))
    .describe('What lies beside and over the sheet, in reading order; what lies in a frame, comments and replies within what they belong to'),
  checks: z.array(z.unknown()),
  sums: z.array(moneySum).describe('What the resources cost, by currency and by whether they are there'),
  ledgers: z
    .array(z.object({ slot: z.string(), sums: z.array(moneySum) }))
    .optional()
    .describe('Money of other sorts, by slot, e.g. costs and income: never added to the sums or to one another; absent: there is none'),
});

/** A card as programs and the sheet parser give it: a text and values by field name. What is not a field's value is refused. */
const newCard = z.looseObject({ text: z.string().max(LIMITS.textMax).overwrite(cleanText) });

export const sheetCells = z
  .array(z.object({ id: z.string().max(64), cards: z.array(newCard).max(LIMITS.objectsMax) }))
  .max(LIMITS.templateCells)
  .describe(
    'By cell. Its id is one of the template’s cells or of the kind’s slots or, where the kind has it, its name on the service sheet: target-group, needs, service, aim, resources, missing-resources, partners, information, activities, effect, social-effect, economic-effect, results, group, costs, income, risks, measures, parking',
  );

export const parseRequest = z.object({ text: z.string().max(LIMITS.pastedTextMax), language: language.optional() });
export const parseResponse = z.object({
  sheets: z.array(
    z.looseObject({
      form: z.enum(['form-a', 'form-b']),
      heading: z.string().optional(),
      cells: z.array(z.looseObject({ id: z.string(), cards: z.array(z.looseObject({ text: z.string() })) })),
      rest: z.array(z.string()),
    }),
  ),
});

/** A parsed sheet; its cells may also come alone, as an array. */
export const cardsRequest = z.preprocess(
  (body) => (Array.isArray(body) ? { cells: body } : body),
  z.object({
    cells: sheetCells,
    rest: z
      .array(z.string().max(LIMITS.pastedTextMax))
      .max(LIMITS.objectsMax)
      .optional()
      .describe('What fits no cell: it goes to parking; on a board without cells each text becomes a note'),
  }),
);
export const cardsResponse = z.object({ cards: z.array(z.string()).describe('Ids of the new cards, in order') });

export const pictureAdded = z.object({
  id: id.describe('Of the picture; an image object on the board names it'),
  w: z.number().int().describe('Width as kept, px'),
  h: z.number().int(),
});
export const pictureQuery = z.object({
  size: z.enum(['full', 'thumb']).optional().describe(`thumb: at most ${LIMITS.pictureThumbnailPx} px a side`),
});

// ---- versions

export const VERSION_HOWS = ['auto', 'named', 'step', 'restore'] as const;

const someone = z.object({ id: z.string(), name: z.string().describe('As they were called then; empty if nobody knows any more') });
const count = z.number().int().nonnegative();

export const boardVersion = z.object({
  id,
  at: instant,
  seq: z.number().int().describe('Grows with every change of the board'),
  title: z.string().nullable().describe('What people called it'),
  how: z
    .enum(VERSION_HOWS)
    .describe(
      'auto: kept by itself after some minutes of change; named: by somebody; step: when the board was frozen or opened; restore: an earlier version was brought back',
    ),
  by: someone.nullable().describe('Who named it, froze or opened the board, or brought a version back'),
  ofAt: instant.nullable().describe('restore: the instant of the version that was brought back'),
  changes: z
    .array(z.object({ by: someone.nullable().describe('Null: nobody knows who'), made: count, changed: count, moved: count, binned: count }))
    .describe('Objects each person made, changed, moved and put in the bin since the version before'),
});
export const versionList = z.object({ versions: z.array(boardVersion).describe('Newest first') });
export const versionRequest = z.object({
  title: z
    .string()
    .max(4 * LIMITS.versionTitleMax)
    .overwrite(cleanLine)
    .refine((text) => visibleLength(text) <= LIMITS.versionTitleMax, 'too-long')
    .refine((text) => text !== '', 'empty')
    .describe(`What to call this moment, at most ${LIMITS.versionTitleMax} visible characters`),
});
export const versionRead = boardVersion.extend({
  touched: z
    .array(z.object({ by: someone.nullable(), objects: z.array(z.string()) }))
    .describe('Ids of the objects each person touched since the version before'),
  state: z.base64().describe('The document as one Yjs update, V1'),
});

export const lateRequest = z.object({
  cards: z
    .array(
      z.object({
        address: z.string().max(64).describe('As the id of a cell when cards are added'),
        text: z.string().max(LIMITS.textMax).overwrite(cleanText),
      }),
    )
    .min(1)
    .max(LIMITS.pastedListMax * 4),
});
export const lateList = z.object({
  late: z.array(
    z.object({
      id,
      boardId: id,
      author: z.object({ id: z.string(), name: z.string(), library: z.string(), region: z.string() }),
      at: instant,
      cards: z.array(z.object({ address: z.string(), text: z.string() })),
    }),
  ),
});
export const lateDecision = z.object({ accept: z.boolean() });

export const languageQuery = z.object({ language: language.optional() });
/** Forms the service sheets of a report can be printed in. */
const SHEET_FORMS = ['form-a', 'form-b', 'smart-diagram'] as const;

export const reportQuery = z.object({
  language: language.optional().describe('Of the labels; what people wrote stays as written'),
  public: z.enum(['0', '1']).optional().describe('1: without contacts, sensitive cards and confidential fields'),
  form: z.enum(SHEET_FORMS).optional().describe('All service sheets in this form, whatever they are worked on in; absent: each in its own'),
});

// ---- types

export type ReportForm = (typeof SHEET_FORMS)[number];
export type ReadModel = z.infer<typeof readModel>;
export type ParseRequest = z.infer<typeof parseRequest>;
export type ParseResponse = z.infer<typeof parseResponse>;
export type CardsRequest = z.infer<typeof cardsRequest>;
export type CardsResponse = z.infer<typeof cardsResponse>;
export type PictureAdded = z.infer<typeof pictureAdded>;
export type BoardVersion = z.infer<typeof boardVersion>;
export type VersionList = z.infer<typeof versionList>;
export type VersionRequest = z.infer<typeof versionRequest>;
export type VersionRead = z.infer<typeof versionRead>;
export type LateRequest = z.infer<typeof lateRequest>;
export type LateList = z.infer<typeof lateList>;
