// The tools that make things, together: one chunk that is loaded when the first of them is taken in the hand.
import type { ToolName } from '../editor/toolbox.ts';
import { createCommentTool } from './comment.ts';
import { createConnectTool } from './connect.ts';
import { createEraseTool } from './erase.ts';
import { createInkTool } from './ink.ts';
import { createLinkTool } from './link.ts';
import { createPlaceTool } from './place.ts';
import { createStampTool } from './stamp.ts';
import type { Tool, ToolHost } from './tool.ts';

export { makeByKeyboard } from './byKeyboard.ts';

export type MakingName = Exclude<ToolName, 'select' | 'hand'>;

export const MAKING: Readonly<Record<MakingName, (host: ToolHost) => Tool>> = {
  note: (host) => createPlaceTool(host, 'note'),
  text: (host) => createPlaceTool(host, 'text'),
  shape: (host) => createPlaceTool(host, 'shape'),
  frame: (host) => createPlaceTool(host, 'frame'),
  connector: createConnectTool,
  pen: (host) => createInkTool(host, 'pen'),
  highlighter: (host) => createInkTool(host, 'highlighter'),
  eraser: createEraseTool,
  stamp: createStampTool,
  comment: createCommentTool,
  link: createLinkTool,
};
