// Texts of the interface. They are kept by area and language (messages/<area>/<language>.ts), typed from the English one and loaded
// when an area is first shown in a language. Knows nothing about pages.
import { chooseLanguage, isLanguage, type Language } from '@masa/shared/core';
import { use, useCallback } from 'react';
import { create } from 'zustand';
import { createMessage, type Message, type Values } from './message.ts';
import type { Areas } from './messages/areas.ts';

export type Area = keyof Areas;
export type MessageKey<A extends Area> = keyof Areas[A] & string;
export type Translate<A extends Area> = (key: MessageKey<A>, values?: Values) => string;

/** A promise that says when it is fulfilled, as React reads it: `use` then answers at once instead of suspending for a turn. */
type Tracked = Promise<void> & { status?: 'fulfilled'; value?: undefined };

type Catalogue = Readonly<Record<string, string>>;

const KEPT_AT = 'masa:language';
const DOOR = import.meta.glob<Catalogue>('./messages/{common,join}/{en,bg,ro,uk,nb}.ts', { import: 'default' });
const loaded = new Map<string, Catalogue>();
const loading = new Map<string, Tracked>();
const formats = new Map<string, Message>();

const keyOf = (area: Area, language: Language): string => `./messages/${area}/${language}.ts`;

async function fetchTexts(key: string): Promise<Catalogue> {
  const loader = DOOR[key] ?? (await import('./messages/later.ts')).LATER[key.replace('messages/', '')];
  if (!loader) throw new Error(`no texts at ${key}`);
  return loader();
}

/** Loads an area in a language; afterwards `useText` and `translate` answer at once. Rejects when the file cannot be fetched. */
export function loadTexts(area: Area, language: Language): Promise<void> {
  const key = keyOf(area, language);
  const under = loading.get(key);
  if (under) return under;
  const promise: Tracked = fetchTexts(key).then(
    (catalogue) => {
      loaded.set(key, catalogue);
      promise.status = 'fulfilled';
      promise.value = undefined;
    },
    (failure: unknown) => {
      loading.delete(key);
      throw failure;
    },
  );
  loading.set(key, promise);
  return promise;
}

function kept(): Language | undefined {
  try {
    const value = localStorage.getItem(KEPT_AT);
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const useLanguageStore = create<{ readonly language: Language }>()(() => ({
  language: kept() ?? chooseLanguage(typeof navigator === 'undefined' ? [] : navigator.languages),
}));

/** The viewer's language. */
export const currentLanguage = (): Language => useLanguageStore.getState().language;
export const useLanguage = (): Language => useLanguageStore((state) => state.language);

/** Whether the viewer chose a language on this device before; if not, a workshop may suggest its own. */
export const hasChosenLanguage = (): boolean => kept() !== undefined;

/** The call of `setLanguage` that counts: of several that wait for texts the last one, but a suggestion never comes after a choice. */
let wanted: { readonly keep: boolean } | undefined;

/**
 * Switches the interface to `language`, keeping it on the device unless `keep` is false. What is on screen is loaded first, so nothing
 * flickers; rejects, changing nothing, when that cannot be fetched. Overtaken by another call it changes nothing, too.
 */
export async function setLanguage(language: Language, keep = true): Promise<void> {
  if (!keep && wanted?.keep) return;
  const own = { keep };
  wanted = own;
  try {
    const areas = new Set([...loading.keys()].map((key) => key.split('/')[2] as Area));
    await Promise.all([...areas].map((area) => loadTexts(area, language)));
    if (wanted !== own) return;
    if (keep) keepOnDevice(language);
    useLanguageStore.setState({ language });
  } finally {
    if (wanted === own) wanted = undefined;
  }
}

function keepOnDevice(language: Language): void {
  try {
    localStorage.setItem(KEPT_AT, language);
  } catch {
    // A device that keeps nothing still switches.
  }
}

/** One message of a loaded area. */
export function translate<A extends Area>(area: A, language: Language, key: MessageKey<A>, values?: Values): string {
  const id = `${area}/${language}/${key}`;
  let format = formats.get(id);
  if (!format) {
    const message = loaded.get(keyOf(area, language))?.[key];
    if (message === undefined) throw new Error(`no text ${id}`);
    format = createMessage(message, language);
    formats.set(id, format);
  }
  return format.format(values);
}

/** Texts of an area in the viewer's language. Suspends until they are loaded. */
export function useText<A extends Area>(area: A): Translate<A> {
  const language = useLanguage();
  // Load-bearing: called in every render, loaded or not. A component that suspended is replayed, and only `use` tells React that hooks
  // follow which the first try never reached; without it the replay fails and the whole page is rendered again.
  use(loadTexts(area, language));
  return useCallback<Translate<A>>((key, values) => translate(area, language, key, values), [area, language]);
}
