// How sentences are written in catalogues: one in each language, side by side.
import type { Localized } from '../core/index.ts';

export const say = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });
