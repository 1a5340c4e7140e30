// Stages, authorship and readiness of a board, as they cross HTTP.
import { z } from 'zod';
import { AUTHORSHIPS } from '../workshop/index.ts';
import { id } from './httpParts.ts';

export const stageRequest = z.object({ stage: z.string().max(64).describe('Id of a stage of the board’s kind') });
export const authorshipRequest = z.object({ authorship: z.enum(AUTHORSHIPS).describe('Can be chosen while nothing is on the board') });
export const readyRequest = z.object({ isReady: z.boolean() });

export const boardStage = z.object({
  stage: z.string().describe('Id of the present stage'),
  writing: z.number().int().describe('How many have begun to write a draft of their own; never who'),
  writers: z.number().int().describe('How many could'),
  me: z.string().describe('Who you are in this board’s document: your own id, or another one where names are not shown'),
  own: z.array(id).describe('Objects of yours on the board, while everybody changes only their own; empty otherwise'),
  left: z.number().int().optional().describe('Only where a stage was just moved: drafts that did not fit on the board and stay with their authors'),
});

export type BoardStage = z.infer<typeof boardStage>;
