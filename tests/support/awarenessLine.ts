// Screens of several people on one board, without a server: what one says in awareness the others hear at once, stamped as the server does.
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import { createPresence, type Presence } from '@masa/client/session/presence.ts';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, modifyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { newDoc } from '../shared/sheets.ts';

export interface Screen {
  /** Id of the person. */
  readonly name: string;
  readonly editor: Editor;
  readonly awareness: Awareness;
  readonly presence: Presence;
}

export function screenOf(name: string): Screen {
  const doc = newDoc([{ id: 'a' }, { id: 'b', order: 'a1' }]);
  const editor = createEditor({
    doc,
    kind: serviceCanvas,
    template: formA,
    language: 'bg',
    measure: { text: (piece) => piece.length, summary: (piece) => piece.length },
    context: () => ({ author: { id: name, name: `Име ${name}`, library: '', region: '' }, now: 1 }),
  });
  const awareness = new Awareness(doc);
  return { name, editor, awareness, presence: createPresence(awareness, editor, name) };
}

export interface Line {
  join(screen: Screen): void;
  /** The screen's connection breaks: the others forget it. */
  drop(screen: Screen): void;
  /** Called with each message, encoded. */
  onMessage(listener: (from: Screen, bytes: number) => void): void;
}

/** Connects screens. Whoever joins hears everybody who is there. */
export function talk(screens: readonly Screen[]): Line {
  const here = new Map<Screen, () => void>();
  const listeners: ((from: Screen, bytes: number) => void)[] = [];
  const stamped = ({ name, awareness }: Screen): Uint8Array =>
    modifyAwarenessUpdate(encodeAwarenessUpdate(awareness, [awareness.clientID]), (state: unknown) =>
      typeof state === 'object' && state !== null
        ? { ...state, person: { id: name, name: `Име ${name}`, library: '', colour: '1', role: 'participant' } }
        : state,
    );
  const line: Line = {
    join(screen) {
      if (here.has(screen)) return;
      const say = (_: unknown, origin: unknown): void => {
        if (origin !== 'local') return;
        const update = stamped(screen);
        for (const listener of listeners) listener(screen, update.byteLength);
        for (const other of here.keys()) if (other !== screen) applyAwarenessUpdate(other.awareness, update, 'server');
      };
      for (const other of here.keys()) applyAwarenessUpdate(screen.awareness, stamped(other), 'server');
      screen.awareness.on('update', say);
      here.set(screen, () => screen.awareness.off('update', say));
      // As a client does that connects again: it says where it stands.
      screen.awareness.setLocalState({ ...screen.awareness.getLocalState() });
    },
    drop(screen) {
      here.get(screen)?.();
      here.delete(screen);
      for (const other of here.keys()) removeAwarenessStates(other.awareness, [screen.awareness.clientID], 'server');
    },
    onMessage: (listener) => void listeners.push(listener),
  };
  for (const screen of screens) line.join(screen);
  return line;
}
