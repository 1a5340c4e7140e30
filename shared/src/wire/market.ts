// The marketplace over HTTP: groups proposed from what people want, published, and where everybody is afterwards.
import { z } from 'zod';
import { LIMITS } from '../core/index.ts';
import { id, instant, wantedLine } from './httpParts.ts';

const seat = z.number().int().min(1).max(LIMITS.seatsMax).describe('Which of the people who share a device, from 1 on');
const seatRef = z
  .string()
  .max(80)
  .regex(/^[\w-]{1,64}\/[1-6]$/)
  .describe('A seat: id of the participant, a slash, number of the seat');
const topic = id.describe('A stall of the marketplace');
const size = z.number().int().min(1).max(100);
const seatsMost = LIMITS.participantsMax * LIMITS.seatsMax;

export const placingRules = z.object({
  min: size.describe('Fewest people of a group'),
  max: size.describe('Most people of a group'),
  atLeastTwoRegions: z.boolean(),
  maxPerLibrary: size.nullable().describe('Null: as many as like'),
  remote: z.enum(['together', 'spread', 'off']),
  convenerStays: z.boolean().describe('Who offered to lead a group is in it'),
  groupsMax: z.number().int().min(1).max(LIMITS.groupsMax).nullable().describe('Null: as many as come together'),
});

export const proposalRequest = z.object({
  rules: placingRules,
  remote: z.array(id).max(LIMITS.participantsMax).optional().describe('Participants who are not in the room'),
  keep: z
    .object({
      groups: z.array(z.object({ topic, members: z.array(seatRef).max(seatsMost) })).max(LIMITS.groupsMax),
      unplaced: z.array(seatRef).max(seatsMost),
    })
    .optional()
    .describe('A proposal that stays as it is: nobody in it is moved, and whoever is not named here came later'),
});

const choice = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();
const brokenRule = z.object({
  rule: z.enum(['min', 'max', 'regions', 'library', 'remote-together', 'remote-spread', 'convener', 'groups']),
  topic: topic.nullable(),
  value: z.number().describe('What there is'),
  limit: z.number().describe('What the rule asks for'),
  library: z.string(),
  people: z.array(seatRef),
});

export const proposalReply = z.object({
  people: z.array(
    z.object({
      id: seatRef,
      name: z.string(),
      library: z.string(),
      region: z.string(),
      isRemote: z.boolean(),
      wants: z.array(z.object({ topic, rank: z.union([z.literal(1), z.literal(2), z.literal(3)]) })),
    }),
  ),
  topics: z.array(
    z.object({
      id: topic,
      title: z.string(),
      convener: seatRef.nullable(),
      informed: z.number().int().describe('Seats that want to be kept informed'),
    }),
  ),
  groups: z.array(z.object({ topic, members: z.array(z.object({ person: seatRef, choice, isConvener: z.boolean() })) })),
  lonely: z.array(z.object({ topic, wanting: z.array(seatRef) })),
  unplaced: z.array(z.object({ person: seatRef, why: z.enum(['no-choice', 'lonely', 'full']) })),
  choices: z.object({ first: z.number(), second: z.number(), third: z.number(), other: z.number() }),
  broken: z.array(brokenRule),
  late: z
    .array(
      z.object({
        person: seatRef,
        topic: topic.nullable().describe('Where the same method would put them, nobody else moving; null: what they chose has no place'),
      }),
    )
    .optional()
    .describe('Seats without a group that what is kept does not name; they are among `unplaced`'),
  gone: z
    .array(z.object({ topic, into: topic.nullable().describe('The stall it was joined into, whose group it is now; null: it stands no more') }))
    .optional()
    .describe('Stalls of kept groups that stand on the marketplace no longer'),
});

export const publicationRequest = z.object({
  rules: placingRules,
  template: z.string().max(80).optional().describe('What the boards of the groups are made from; absent: the smart diagram'),
  groups: z
    .array(z.object({ topic, members: z.array(seatRef).max(seatsMost) }))
    .min(1)
    .max(LIMITS.groupsMax),
  unplaced: z.array(seatRef).max(seatsMost).describe('Seats that are in no group: each seat is in a group or named here'),
});

const person = z.object({ id: seatRef, name: z.string(), library: z.string() });

export const placesReply = z.object({
  state: z.enum(['none', 'begun', 'done']).describe('begun: publishing was interrupted; publish again to finish it'),
  at: instant.nullable(),
  max: z.number().int().nullable().describe('Places of a group'),
  groups: z.array(
    z.object({
      topic,
      title: z.string(),
      groupId: id.nullable().describe('Null: not made yet, or taken away since'),
      boardId: id.nullable(),
      number: z.number().nullable(),
      seats: z.number().int(),
      free: z.number().int(),
      waiting: z.number().int(),
      members: z.array(person).nullable().describe('Only for facilitators'),
    }),
  ),
  mine: z.array(
    z.object({
      seat,
      topic: topic.nullable(),
      waiting: topic.nullable().describe('Full for now: goes there as soon as there is room'),
      ahead: z.number().int().describe('How many wait before; 0 where nobody waits'),
    }),
  ),
  unplaced: z.array(person).nullable().describe('Seats without a group; only for facilitators'),
});

export const walkRequest = z.object({
  participantId: id.optional().describe('Facilitators move others; absent: oneself'),
  seat,
  topic: topic.nullable().describe('Null: leaves the group; one’s own: waits for no other any more'),
});

export const walkReply = z.object({ outcome: z.enum(['placed', 'waiting', 'left']), places: placesReply });

export const lonelyRequest = z.discriminatedUnion('what', [
  z
    .object({ what: z.literal('keep'), topic, members: z.array(seatRef).min(1).max(100) })
    .describe('They work on it as a pair, or as few as they are'),
  z.object({ what: z.literal('merge'), topic, into: topic }),
  z.object({ what: z.literal('park'), topic, promise: wantedLine('What is promised, by whom and until when') }),
]);

export type ProposalReply = z.infer<typeof proposalReply>;
export type PlacesReply = z.infer<typeof placesReply>;
export type WalkReply = z.infer<typeof walkReply>;
export type ProposalRequest = z.input<typeof proposalRequest>;
export type PublicationRequest = z.input<typeof publicationRequest>;
export type WalkRequest = z.input<typeof walkRequest>;
export type LonelyRequest = z.input<typeof lonelyRequest>;
