// The colours of stalls: those of cards that exist, so that nothing has to be learnt anew.
import type { StallType } from '@masa/shared/kinds/idea-marketplace';
import { cardColorOf } from '../../ui/tokens.ts';

/** Red a problem, blue a challenge, yellow an idea, green an offer. */
export const COLOUR_OF_TYPE: Readonly<Record<StallType, string>> = { problem: 'needs', challenge: 'activities', idea: 'service', offer: 'resources' };

/** The ink of a sort of stall; of one nobody has named, a quiet one. */
export const stallInk = (type: StallType | undefined): string => cardColorOf(type ? COLOUR_OF_TYPE[type] : '').edge;
