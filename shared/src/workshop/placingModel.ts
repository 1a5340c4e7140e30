// What the forming of groups is asked and what it answers, as plain facts.

export type Rank = 1 | 2 | 3;

/** One seat. */
export interface PlacingPerson {
  readonly id: string;
  /** Empty: unknown, and counted with nobody. */
  readonly library: string;
  readonly region: string;
  readonly isRemote: boolean;
  readonly wants: readonly { readonly topic: string; readonly rank: Rank }[];
}

export interface PlacingTopic {
  readonly id: string;
  /** The person who would lead a group on it. */
  readonly convener: string | null;
}

export interface PlacingRules {
  /** Fewest and most people of a group. */
  readonly min: number;
  readonly max: number;
  readonly atLeastTwoRegions: boolean;
  /** Most people of one library in a group; null = as many as like. */
  readonly maxPerLibrary: number | null;
  /** `together`: nobody is the only remote person of a group. `spread`: as few of them in one group as is possible. */
  readonly remote: 'together' | 'spread' | 'off';
  /** Who offered to lead a group is in it, whatever else they want. */
  readonly convenerStays: boolean;
  /** Most groups there is room for; null = as many as come together. */
  readonly groupsMax: number | null;
}

export interface PlacedMember {
  readonly person: string;
  /** Which of their choices it is; null = none of them. */
  readonly choice: Rank | null;
  readonly isConvener: boolean;
}

export interface PlacedGroup {
  readonly topic: string;
  readonly members: readonly PlacedMember[];
}

/** `no-choice`: they chose nothing that is there. `lonely`: no group came together on what they chose. `full`: there is no place left. */
export type Unplaced = { readonly person: string; readonly why: 'no-choice' | 'lonely' | 'full' };

export interface Proposal {
  readonly groups: readonly PlacedGroup[];
  /** Topics too few want to work on, and who would. */
  readonly lonely: readonly { readonly topic: string; readonly wanting: readonly string[] }[];
  readonly unplaced: readonly Unplaced[];
  /** How many got their first, second and third choice, and how many are in a group they did not choose. */
  readonly choices: { readonly first: number; readonly second: number; readonly third: number; readonly other: number };
  readonly broken: readonly BrokenRule[];
}

export const USUAL_RULES: PlacingRules = {
  min: 3,
  max: 8,
  atLeastTwoRegions: true,
  maxPerLibrary: null,
  remote: 'off',
  convenerStays: true,
  groupsMax: null,
};

export interface PlacingInput {
  readonly people: readonly PlacingPerson[];
  readonly topics: readonly PlacingTopic[];
  readonly rules: PlacingRules;
}

export interface BrokenRule {
  readonly rule: 'min' | 'max' | 'regions' | 'library' | 'remote-together' | 'remote-spread' | 'convener' | 'groups';
  /** The group it is about; null = all of them. */
  readonly topic: string | null;
  /** What there is, and what the rule asks for. */
  readonly value: number;
  readonly limit: number;
  /** Which library, for `library`; empty otherwise. */
  readonly library: string;
  /** Those it is about. */
  readonly people: readonly string[];
}
