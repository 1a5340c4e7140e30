// A channel: one small state of a workshop that its members see whole, with a version, and the commands that change it. A channel says
// what its state is for somebody and what its commands mean; carrying it over sockets is the gateway's work.

import type { Actor } from '@masa/shared/workshop';
import type { z } from 'zod';
import type { Caller } from '../auth/callers.ts';
import type { WorkshopFacts } from './facts.ts';

export interface Command<Input extends z.ZodType> {
  readonly input: Input;
  /** Does it, or throws a Refusal: the permission is asked for in there, by the same function HTTP asks. */
  run(caller: Caller, workshopId: string, input: z.output<Input>): Promise<unknown>;
}

export interface Channel<State> {
  readonly name: string;
  /** What `actor` sees of it. Pure: two actors of one role and group see the same. */
  readonly state: (facts: WorkshopFacts, actor: Actor) => State;
  readonly commands: Readonly<Record<string, Command<z.ZodType>>>;
}

type Inputs = Readonly<Record<string, z.ZodType>>;

/** A channel whose commands are checked against their schemas. */
export const defineChannel = <State, I extends Inputs>(of: {
  readonly name: string;
  readonly state: (facts: WorkshopFacts, actor: Actor) => State;
  readonly inputs: I;
  readonly commands: { readonly [K in keyof I]: Command<I[K]>['run'] };
}): Channel<State> => ({
  name: of.name,
  state: of.state,
  commands: Object.fromEntries(
    Object.entries(of.inputs).map(([name, input]) => [name, { input, run: of.commands[name as keyof I] as Command<z.ZodType>['run'] }]),
  ),
});
