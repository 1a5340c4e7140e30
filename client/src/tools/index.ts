// Tools by name. Choosing and looking about are here with the first picture; the tools that make things come when they are wanted.
import type { ToolName } from '../editor/toolbox.ts';
import { createHandTool } from './hand.ts';
import { createSelectTool } from './select.ts';
import type { Tool, ToolHost } from './tool.ts';

type Making = typeof import('./making.ts');
let here: Making | undefined;
const fetched = async (): Promise<Making> => {
  here = await import('./making.ts');
  return here;
};

/** Fetches what makes things before it is wanted, so that nobody waits for a tool. */
export const fetchTools = (): void => void fetched().catch(() => undefined);

/** A tool whose code is here; undefined where it has to be loaded. */
export const toolHere = (name: ToolName, host: ToolHost): Tool | undefined =>
  name === 'select' || name === 'hand' ? undefined : here?.MAKING[name](host);

/** What Enter does with a making tool in the hand. False where something has to be chosen first. */
export async function makeHere(host: ToolHost, name: ToolName): Promise<boolean> {
  const { makeByKeyboard } = await fetched();
  return makeByKeyboard(host, name);
}

/** A tool for a board's host. Rejects when its code cannot be fetched: the caller keeps the tool it has. */
export async function loadTool(name: ToolName, host: ToolHost): Promise<Tool> {
  if (name === 'select') return createSelectTool(host);
  if (name === 'hand') return createHandTool(host);
  const { MAKING } = await fetched();
  return MAKING[name](host);
}
