// The signs of tools. All other signs come with what shows them (CommandSign.tsx): the first load of a board does not carry them.
import {
  Eraser,
  Frame,
  Hand,
  Highlighter,
  Link2,
  type LucideIcon,
  MessageCircle,
  MousePointer2,
  MoveUpRight,
  Pen,
  Shapes,
  Stamp,
  StickyNote,
  Type,
} from 'lucide-react';
import type { ToolName } from '../editor/toolbox.ts';

export const TOOL_ICONS: Readonly<Record<ToolName, LucideIcon>> = {
  select: MousePointer2,
  hand: Hand,
  note: StickyNote,
  text: Type,
  shape: Shapes,
  connector: MoveUpRight,
  pen: Pen,
  highlighter: Highlighter,
  eraser: Eraser,
  frame: Frame,
  stamp: Stamp,
  comment: MessageCircle,
  link: Link2,
};
