// Cards that go from board to board, as they travel over HTTP: what can be brought in, what is carried where, and how far a card came.
import { z } from 'zod';
import { LIMITS } from '../core/index.ts';
import { id, instant, language } from './httpParts.ts';

export const carryRequest = z.object({
  cards: z
    .array(
      z.object({
        id: id.describe('Of the card as it lies on this board'),
        as: id.optional().describe('Id of the new card, chosen by you: the same request sent again then makes no second card'),
      }),
    )
    .min(1)
    .max(LIMITS.carriedMax),
  to: id.describe('The other board, of the same workshop'),
  slot: z.string().max(64).optional().describe('Where on it, by the kind’s slot; absent: what suggests itself'),
  cell: z.string().max(64).optional().describe('Where on it, by the cell its template shows; it comes before the slot'),
  language: language.optional().describe('Of the labels under which notes keep what has no field there'),
});

export const carryResponse = z.object({
  cards: z.array(z.string()).describe('Ids of the new cards, in the order asked; those that were there already too'),
});

const boardName = z.object({
  id,
  title: z.string().describe('Its title, else its template’s'),
  kind: z.string(),
  kindLabel: z.string(),
  group: z.object({ number: z.number().int(), name: z.string() }).nullable().describe('Null: shared by all groups'),
});

export const threadQuery = z.object({ language: language.optional() });

export const threadCard = z.object({
  state: z
    .enum(['here', 'elsewhere', 'gone'])
    .describe('here: on a board you may read; elsewhere: on another one, of which nothing is said; gone: it is no longer there'),
  depth: z.number().int().describe('0: the card asked about; below 0: what it came from; above: what came from it'),
  link: z.string().nullable().describe('Joined on one board: how the link reads; null where it was carried, and for the card itself'),
  board: boardName.nullable(),
  object: id.nullable(),
  slot: z.string().describe('Title of the place it lies in; empty where it lies in none'),
  text: z.string(),
  isInBin: z.boolean(),
  at: instant.nullable().describe('When it was carried here; null for what began the thread, or where nobody kept it'),
  changed: z
    .object({ was: z.string(), now: z.string() })
    .nullable()
    .describe('What it came from says something else now than when it was carried, and this card does not say the same'),
});

export const thread = z.object({
  cards: z
    .array(threadCard)
    .describe(
      'What it came from, first the beginning; the card; what came from it, each before what came from that. Links of one board count too: what a card names it rests on',
    ),
  isCut: z.boolean().describe('There are more than are told'),
});

export const cardListQuery = z.object({
  board: id.optional().describe('Cards of this board; absent: of all you may read, where something is searched for'),
  search: z.string().max(200).optional().describe('Words that all stand in the card’s text, whatever their capitals'),
  page: z
    .string()
    .regex(/^\d{1,3}$/, 'bad-input')
    .optional()
    .describe('0: the first'),
  language: language.optional(),
});

export const listedCard = z.object({
  board: id,
  id,
  text: z.string(),
  place: z.string().describe('Title of the cell it lies in; empty beside the sheet'),
  isSensitive: z.boolean(),
});

export const cardList = z.object({
  boards: z
    .array(boardName.extend({ template: z.string(), isOwn: z.boolean().describe('Of your own table'), right: z.enum(['read', 'write']) }))
    .describe('Boards you may read: your own table’s, shared ones, others'),
  cards: z.array(listedCard).max(LIMITS.cardListMax),
  hasMore: z.boolean().describe('The next page has some'),
});

export type CarryRequest = z.infer<typeof carryRequest>;
export type CarryResponse = z.infer<typeof carryResponse>;
export type ThreadCard = z.infer<typeof threadCard>;
export type Thread = z.infer<typeof thread>;
export type ListedCard = z.infer<typeof listedCard>;
export type CardList = z.infer<typeof cardList>;
