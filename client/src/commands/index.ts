// THE list of commands. The fixed ones are a table; forms, languages and people come from the board that is open.
import { LANGUAGE_NAMES, LANGUAGES } from '@masa/shared/core';
import { ARRANGING } from './arranging.ts';
import { CARRYING } from './carrying.ts';
import { type Command, type CommandHost, type Reason, whyNot } from './command.ts';
import { EDITING } from './editing.ts';
import { LINKING } from './linking.ts';
import { MAKING } from './making.ts';
import { reactionCommands } from './reactions.ts';
import { STARRING } from './starring.ts';
import { VIEWING } from './viewing.ts';

export {
  type Command,
  type CommandGroup,
  type CommandHost,
  chordsOf,
  type Follower,
  GROUPS,
  type PanelName,
  type Reason,
  type StageDoor,
  whyNot,
} from './command.ts';
export { takeAgain } from './making.ts';
export { wholeBoard, ZOOM_STEP } from './viewing.ts';

export const COMMANDS: readonly Command[] = [...MAKING, ...EDITING, ...CARRYING, ...STARRING, ...LINKING, ...ARRANGING, ...VIEWING];

const byId: ReadonlyMap<string, Command> = new Map(COMMANDS.map((command) => [command.id, command]));

/** A command of the table. */
export const commandOf = (id: string): Command | undefined => byId.get(id);

const formCommands = ({ editor }: CommandHost): readonly Command[] =>
  (editor.kind.viewsOf?.(editor.records.template.get()) ?? editor.kind.templates).map((template) => ({
    id: `form-${template.id}`,
    group: 'forms',
    label: 'formNamed',
    values: { name: template.title[editor.records.language.get()] },
    isOn: ({ editor: { records } }) => records.template.get().id === template.id,
    run({ editor: { records, camera } }) {
      records.template.set(template);
      camera.fitWidth({ x: 0, y: 0, ...records.placement().size });
    },
  }));

const LANGUAGE_COMMANDS: readonly Command[] = LANGUAGES.map((language) => ({
  id: `language-${language}`,
  group: 'languages',
  label: 'languageNamed',
  values: { name: LANGUAGE_NAMES[language] },
  isOn: (host) => host.language === language,
  run: ({ setLanguage }) => setLanguage(language),
}));

/** Following people: only where presence carries views. */
const followCommands = ({ follower, people }: CommandHost): readonly Command[] =>
  follower
    ? people.map(({ id, name }) => ({
        id: `follow-${id}`,
        group: 'together',
        label: 'followNamed',
        values: { name },
        isOn: (host) => host.follower?.following === id,
        run: (host) => host.follower?.follow(host.follower.following === id ? null : id),
      }))
    : [];

/** Everything that is offered by name on this board, also what cannot be done just now. */
export const offered = (host: CommandHost): readonly Command[] => [
  ...COMMANDS.filter((command) => !command.isHidden),
  ...reactionCommands(host),
  ...followCommands(host),
  ...formCommands(host),
  ...LANGUAGE_COMMANDS,
];

/** Does what a command or its key asks for. Null = done; otherwise why not. */
export function runCommand(id: string, host: CommandHost): Reason | null {
  const command = byId.get(id) ?? offered(host).find((each) => each.id === id);
  if (!command) return 'whyNotHere';
  const reason = whyNot(command, host);
  if (reason === null) {
    command.run(host);
    return null;
  }
  const other = command.orElse === undefined ? undefined : byId.get(command.orElse);
  if (!other) return reason;
  // What the key would have meant here says why: "locked by a facilitator", not "already locked".
  const otherReason = whyNot(other, host);
  if (otherReason === null) other.run(host);
  return otherReason;
}
