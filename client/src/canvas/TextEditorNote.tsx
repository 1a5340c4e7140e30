// What stands under the text field of a long text: how much room is left, and what can be done about it.
import { LIMITS } from '@masa/shared/core';
import type { CSSProperties, ReactNode } from 'react';
import { color, font, radius, space } from '../ui/tokens.ts';
import type { StageLabels } from './labels.ts';
import type { Field, Writer } from './writer.ts';

/** Room for the note under a long text, px. */
export const NOTE_PX = 64;

/** Whether a field has a note. Cards are counted early: a card is read at a glance. */
export const hasNote = (field: Field): boolean => field.length > (field.in === 'cell' ? LIMITS.cardTextCounter : LIMITS.cardTextLong);

export interface TextEditorNoteProps {
  readonly id: string;
  readonly field: Field;
  readonly writer: Writer;
  readonly labels: Pick<StageLabels, 'left' | 'tooLong' | 'split' | 'moveRest'>;
  /** Where it lies under the field. */
  readonly at: CSSProperties;
}

export function TextEditorNote({ id, field, writer, labels, at }: TextEditorNoteProps): ReactNode {
  return (
    <div
      style={{
        position: 'absolute',
        ...at,
        width: 'max-content',
        maxWidth: 680,
        padding: `${space[1]}px ${space[2]}px`,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: space[2],
        background: color.paper,
        color: field.isTooLong ? color.danger : color.inkSoft,
        border: `1px solid ${color.line}`,
        borderRadius: radius.medium,
        font: `${font.size.small}px/1.5 ${font.family}`,
      }}
    >
      <span id={id} role="status">
        {field.isTooLong ? labels.tooLong : labels.left(LIMITS.cardTextMax - field.length)}
      </span>
      {field.in === 'cell' && field.length > LIMITS.cardTextLong && (
        <>
          <NoteButton onPress={() => writer.split()} text={labels.split} />
          <NoteButton onPress={() => writer.moveRest()} text={labels.moveRest} />
        </>
      )}
    </div>
  );
}

function NoteButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }): ReactNode {
  return (
    <button
      type="button"
      onClick={onPress}
      style={{
        minHeight: 36,
        padding: `0 ${space[3]}px`,
        border: `1px solid ${color.edge}`,
        borderRadius: radius.medium,
        background: color.paper,
        color: color.accent,
        font: 'inherit',
        fontWeight: font.weight.medium,
        cursor: 'pointer',
      }}
    >
      {text}
    </button>
  );
}
