// The questions the board page asks, one at a time: about pasted texts, many cards for the bin, where to move cards.
import { origin, type Target } from '@masa/shared/board';
import { type Currency, isBlank, type Language, LIMITS } from '@masa/shared/core';
import type { ParsedSheet } from '@masa/shared/kinds/service-canvas';
import { useCallback, useRef, useState } from 'react';
import { splitText } from '../canvas/longText.ts';
import type { Editor } from '../editor/Editor.ts';
import { lengthOf } from '../panels/longText.ts';

export type Question =
  | { readonly of: 'list'; readonly entries: readonly string[]; readonly target: Target; readonly keepAsOne: () => void }
  | { readonly of: 'sheet'; readonly sheets: readonly ParsedSheet[]; readonly keepAsText: (() => void) | null }
  | { readonly of: 'bin'; readonly count: number }
  | { readonly of: 'move'; readonly ids: readonly string[] }
  | { readonly of: 'carry'; readonly ids: readonly string[] }
  | { readonly of: 'bring'; readonly cell: string | null }
  | { readonly of: 'link'; readonly id: string }
  | { readonly of: 'stars'; readonly id: string }
  | { readonly of: 'palette' }
  | { readonly of: 'help' };

export interface Dialogs {
  readonly question: Question | null;
  readonly ask: (question: Question) => void;
  readonly close: () => void;
  /** Whether the cards may go to the bin. */
  readonly confirmBin: (count: number) => Promise<boolean>;
  readonly answerBin: (may: boolean) => void;
  /** See `BoardContext.paste`. */
  readonly paste: (text: string, target: Target, keepAsOne?: (text: string) => void) => boolean;
}

/** A text that stays together: one card, or as many as it takes when one cannot hold it. */
function makeOne(editor: Editor, text: string, target: Target): void {
  const texts = isTooLong(text) ? splitText(text, LIMITS.cardTextLong) : [text.trim()];
  editor.create(
    target,
    texts.map((each) => ({ text: each })),
    origin('pasted'),
  );
}

export function useDialogs(editor: Editor, language: Language, currency: Currency): Dialogs {
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = useRef<(may: boolean) => void>(() => {});

  const paste = useCallback(
    (text: string, target: Target, keepAsOne?: (text: string) => void): boolean => {
      if (editor.readOnly.get() !== null || isBlank(text) || !(isManifold(text) || (!keepAsOne && isTooLong(text)))) return false;
      const keep = (): void => (keepAsOne ? keepAsOne(text) : makeOne(editor, text, target));
      // The parsers are a chunk of their own: most boards never need them.
      void import('../panels/pasteReading.ts').then(({ readPasted }) => {
        const pasted = readPasted(text, language, currency);
        if (pasted.as === 'sheets') setQuestion({ of: 'sheet', sheets: pasted.sheets, keepAsText: keep });
        else if (pasted.as === 'list') setQuestion({ of: 'list', entries: pasted.entries, target, keepAsOne: keep });
        else if (pasted.as === 'text') keep();
      });
      return true;
    },
    [editor, language, currency],
  );

  return {
    question,
    ask: setQuestion,
    close() {
      answer.current(false);
      setQuestion(null);
    },
    confirmBin: (count) =>
      new Promise((resolve) => {
        answer.current = resolve;
        setQuestion({ of: 'bin', count });
      }),
    answerBin(may) {
      answer.current(may);
      answer.current = () => {};
      setQuestion(null);
    },
    paste,
  };
}

/** Whether a text can be more than one card: several lines, or several parts. */
const isManifold = (text: string): boolean => /\S\s*\n\s*\S|;\s*\S|^\s*[-–•*]\s/u.test(text);

const isTooLong = (text: string): boolean => lengthOf(text).length === 'too-long';
