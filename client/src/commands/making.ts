// The tools: what is in the hand, and what it makes.
import { SHAPES, type ShapeName, SIGNS, type Sign } from '@masa/shared/objects';
import { TOOL_NAMES, type ToolName } from '../editor/toolbox.ts';
import { type Command, type CommandHost, first, needsCells, needsWriting, type Reason } from './command.ts';

/** Tools that change nothing on the board. */
const LOOKING: ReadonlySet<ToolName> = new Set(['select', 'hand']);

/** Cards are joined with one another on some boards only. */
export const needsLinks = ({ editor }: CommandHost): Reason | null => ((editor.kind.links?.length ?? 0) > 0 ? null : 'whyNoLinks');

const IN_SIGHT = ['select', 'note', 'text', 'connector', 'pen', 'comment'] as const satisfies readonly ToolName[];
/** On boards whose cards are joined; a text beside the sheet is begun by a double click there, too. */
const IN_SIGHT_WITH_LINKS = ['select', 'note', 'link', 'connector', 'pen', 'comment'] as const satisfies readonly ToolName[];

/** The tools that stand in the bar, the one that selects first; the others are behind "More". */
export const toolsInSight = (host: CommandHost): readonly ((typeof IN_SIGHT)[number] | 'link')[] =>
  needsLinks(host) === null ? IN_SIGHT_WITH_LINKS : IN_SIGHT;

export const needsCanvas = ({ isSmall }: CommandHost): Reason | null => (isSmall ? 'whyNoCanvas' : null);

const mayMake = first(needsCanvas, needsWriting);

/** Taken again, a tool stays in the hand; a third time it is put away. Pens stay by nature. */
export function takeAgain({ editor: { toolbox } }: CommandHost, tool: ToolName): void {
  const isIn = toolbox.tool.get() === tool;
  const stays = tool === 'pen' || tool === 'highlighter' || tool === 'eraser' || LOOKING.has(tool);
  if (!isIn) toolbox.take(tool);
  else if (!stays && !toolbox.isKept.get()) toolbox.take(tool, true);
  else toolbox.take('select');
}

const toolCommand = (tool: Exclude<ToolName, 'shape' | 'stamp'>): Command => ({
  id: `tool-${tool}`,
  group: 'tools',
  label: `tool-${tool}`,
  whyNot: LOOKING.has(tool) ? needsCanvas : tool === 'link' ? first(needsLinks, mayMake) : mayMake,
  isOn: ({ editor }) => editor.toolbox.tool.get() === tool,
  run: ({ editor }) => editor.toolbox.take(tool),
});

const shapeCommand = (shape: ShapeName): Command => ({
  id: `shape-${shape}`,
  group: 'shapes',
  label: `shape-${shape}`,
  whyNot: mayMake,
  isOn: ({ editor }) => editor.toolbox.tool.get() === 'shape' && editor.toolbox.next.get().shape === shape,
  run({ editor }) {
    editor.toolbox.choose({ shape });
    editor.toolbox.take('shape');
  },
});

const stampCommand = (sign: Sign): Command => ({
  id: `stamp-${sign}`,
  group: 'stamps',
  label: `stamp-${sign}`,
  whyNot: mayMake,
  isOn: ({ editor }) => editor.toolbox.tool.get() === 'stamp' && editor.toolbox.next.get().sign === sign,
  run({ editor }) {
    editor.toolbox.choose({ sign });
    editor.toolbox.take('stamp');
  },
});

const isPlain = (tool: ToolName): tool is Exclude<ToolName, 'shape' | 'stamp'> => tool !== 'shape' && tool !== 'stamp';

/** What is in the toolbar, so that it comes with the first picture; the whole list is `index.ts`. */
export const MAKING: readonly Command[] = [
  ...TOOL_NAMES.filter(isPlain).map(toolCommand),
  { id: 'add-card', group: 'tools', label: 'add-card', whyNot: first(mayMake, needsCells), run: ({ stage }) => stage?.addCard() },
  {
    id: 'picture',
    group: 'tools',
    label: 'picture',
    whyNot: first(mayMake, ({ pickPicture }) => (pickPicture ? null : 'whyNoPictures')),
    run: ({ pickPicture }) => pickPicture?.(),
  },
  ...SHAPES.map(shapeCommand),
  ...SIGNS.map(stampCommand),
];

export const toolCommandOf = (id: string): Command | undefined => MAKING.find((command) => command.id === id);
