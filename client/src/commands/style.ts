// Looks of what is chosen, or of what the tool in the hand makes next: which there are, what they are now, and changing them.
import { typeOf } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { ALIGNS, COLOURS, DASHES, FILLS, HEADS, isLocked, ROUTE_SHAPES, restyle, SHAPES, SIGNS } from '@masa/shared/objects';
import { chosenFree } from '../editor/arrangement.ts';
import type { Editor } from '../editor/Editor.ts';
import type { NextLooks, ToolName } from '../editor/toolbox.ts';

/** Every look that can be chosen, with its values, in the order they are shown. */
export const LOOK_VALUES = {
  colour: COLOURS,
  shape: SHAPES,
  sign: SIGNS,
  fill: FILLS,
  stroke: ['thin', 'medium', 'thick'],
  dash: DASHES,
  route: ROUTE_SHAPES,
  startHead: HEADS,
  endHead: HEADS,
  fontSize: ['s', 'm', 'l', 'xl'],
  align: ALIGNS,
} as const;
export type LookName = keyof typeof LOOK_VALUES;
export const LOOK_NAMES = Object.keys(LOOK_VALUES) as readonly LookName[];

export interface LookRow {
  readonly look: LookName;
  readonly values: readonly string[];
  /** Null = not the same in everything that is chosen. */
  readonly current: string | null;
}

/** Which look of the next object a look is, by the tool that makes it. */
type NextOf = Partial<Record<LookName, keyof NextLooks>>;
const NEXT: Partial<Record<ToolName, NextOf>> = {
  note: { colour: 'noteColour', fontSize: 'fontSize' },
  text: { fontSize: 'fontSize' },
  shape: { shape: 'shape', colour: 'colour', fill: 'fill', stroke: 'stroke', dash: 'dash', fontSize: 'fontSize' },
  connector: { colour: 'lineColour', stroke: 'stroke', dash: 'dash', route: 'route', startHead: 'startHead', endHead: 'endHead' },
  pen: { colour: 'penColour', stroke: 'penStroke' },
  highlighter: { colour: 'highlighterColour', stroke: 'penStroke' },
  stamp: { sign: 'sign' },
};

/** The tool that makes objects like this one. */
function toolOf(record: BoardRecord): ToolName | undefined {
  if (record.type === 'ink') return record.fields.pen === 'highlighter' ? 'highlighter' : 'pen';
  if (record.type === 'card') return 'note';
  return record.type === 'note' || record.type === 'text' || record.type === 'shape' || record.type === 'connector' || record.type === 'stamp'
    ? record.type
    : undefined;
}

/** What of the selection can be styled. */
const styled = (editor: Editor): readonly BoardRecord[] => chosenFree(editor).filter((record) => !isLocked(record) && !record.inert);

const has = (editor: Editor, record: BoardRecord, look: LookName): boolean => typeOf(editor.kind, record.type)?.looks?.[look] !== undefined;

export function lookRows(editor: Editor): readonly LookRow[] {
  const records = styled(editor);
  if (records.length > 0) {
    return LOOK_NAMES.flatMap((look): readonly LookRow[] => {
      const values = new Set(records.filter((record) => has(editor, record, look)).map((record) => String(record.fields[look])));
      if (values.size === 0) return [];
      return [{ look, values: LOOK_VALUES[look], current: values.size === 1 ? ([...values][0] ?? null) : null }];
    });
  }
  if (editor.selection.get().ids.size > 0) return [];
  const next = NEXT[editor.toolbox.tool.get()];
  if (!next) return [];
  const now = editor.toolbox.next.get();
  return LOOK_NAMES.flatMap((look): readonly LookRow[] => {
    const key = next[look];
    return key === undefined ? [] : [{ look, values: LOOK_VALUES[look], current: String(now[key]) }];
  });
}

/** Gives a look to what is chosen, and to what is made next of the same sort. */
export function giveLook(editor: Editor, look: LookName, value: string): void {
  const records = styled(editor);
  if (records.length > 0) {
    editor.perform(
      restyle(
        editor.board(),
        records.map((record) => record.id),
        look,
        value,
      ),
    );
  }
  const tools = records.length > 0 ? records.map(toolOf) : [editor.toolbox.tool.get()];
  for (const tool of new Set(tools)) {
    const key = tool === undefined ? undefined : NEXT[tool]?.[look];
    if (key !== undefined) editor.toolbox.choose({ [key]: value } as Partial<NextLooks>);
  }
}
