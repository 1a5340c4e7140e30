// Rounds over HTTP: what each seat answers by itself, how many have answered, and the answers of all once they are shown.
import { z } from 'zod';
import { LIMITS } from '../core/index.ts';
import { id, instant } from './httpParts.ts';

const seat = z.number().int().min(1).max(LIMITS.seatsMax).describe('Which of the people who share the device, from 1 on');
const value = z.unknown().describe('What is answered, as the kind of the board says, e.g. {"likelihood": 3, "consequence": "unknown"}');

export const answerRequest = z.object({ object: id.describe('What the answer is about'), seat, value });
export const withdrawRequest = z.object({ object: id, seat });

export const ownAnswer = z.object({ object: id, seat, value, at: instant });

export const shownAnswer = z.object({
  object: id,
  value,
  by: z
    .object({ id, name: z.string(), seat })
    .nullable()
    .describe('Null where the board names nobody, or you are not of it; such answers come in no order that says whose they are'),
});

export const roundReply = z.object({
  round: z.string(),
  isOpen: z.boolean().describe('Seats answer now'),
  seats: z.number().int().describe('Seats of this device that may answer; 0 for who answers nothing'),
  about: z.array(id).describe('What is asked about now, in the order of asking'),
  own: z.array(ownAnswer).describe('Answers given on this device, of all its seats'),
  turnout: z.object({
    seats: z.number().int().describe('Seats that may answer'),
    begun: z.number().int().describe('Seats that have answered about something'),
    done: z.number().int().describe('Seats that have answered about everything'),
  }),
  shown: z.array(shownAnswer).nullable().describe('Answers of everybody; null until the board’s stage shows them to you'),
});

export type AnswerRequest = z.input<typeof answerRequest>;
export type WithdrawRequest = z.input<typeof withdrawRequest>;
export type OwnAnswer = z.infer<typeof ownAnswer>;
export type ShownAnswer = z.infer<typeof shownAnswer>;
export type RoundReply = z.infer<typeof roundReply>;
