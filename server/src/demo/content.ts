// The demo's content, as data: what a table of the demo is, and the workshop around the tables. Names of people are invented.

import type { Money } from '@masa/shared/core';
import type { Address } from '@masa/shared/kinds';

/** A card's text, or a text with values of its cell's fields. */
export type DemoCard =
  | string
  | {
      readonly text: string;
      readonly cost?: Money;
      readonly availability?: 'have' | 'missing' | 'promised';
      readonly who?: string;
      readonly when?: string;
      readonly size?: number;
      readonly age?: { readonly from: number | null; readonly to: number | null };
      readonly location?: string;
      readonly contact?: string;
      readonly brings?: string;
      readonly partnerType?: string;
      readonly partnerState?: string;
      readonly evidence?: string;
      readonly indicator?: string;
      readonly base?: string;
      readonly share?: { readonly value: number; readonly of: 'share' | 'growth'; readonly base: string };
      readonly sensitive?: true;
    };

export interface DemoPerson {
  readonly name: string;
  readonly library: string;
  readonly region: string;
  readonly seats: number;
}

export interface DemoGroup {
  readonly number: number;
  readonly name: string;
  /** Assigned beforehand by the organisers. */
  readonly targetGroup: string;
  readonly template: 'form-a' | 'form-b';
  readonly people: readonly DemoPerson[];
  readonly cells: Readonly<Partial<Record<Address, readonly DemoCard[]>>>;
}

export const DEMO_TITLE = 'Партньорства за нови услуги – демонстрация';

export const eur = (amount: number): Money => ({ amount, currency: 'EUR' });

/** Amounts people still write in the old currency. */
export const bgn = (amount: number): Money => ({ amount, currency: 'BGN' });
