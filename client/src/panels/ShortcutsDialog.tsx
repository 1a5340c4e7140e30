// The sheet of shortcuts, drawn from the table the board obeys, in the groups of the commands they call.
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { keysOfChord, withArrows } from '../commands/chords.ts';
import { folded } from '../commands/finding.ts';
import { type CommandGroup, commandOf, GROUPS } from '../commands/index.ts';
import { KEYMAP, type KeyAction } from '../editor/keymap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { type MessageKey, useText } from '../ui/text.ts';
import './shortcuts.css';

/** Moving about with the keyboard: keys that are no commands, by the beginning of what they do. Rows with the same text stand together. */
const WALKS: readonly (readonly [start: RegExp, label: MessageKey<'tools'>])[] = [
  [/^(up|down|left|right)$/, 'keyWalk'],
  [/^extend-/, 'keyExtend'],
  [/^move-(up|down|left|right)$/, 'keyMove'],
  [/^go-/, 'keyGo'],
  [/^grow-/, 'keyGrow'],
  [/^next-cell$/, 'keyNextCell'],
  [/^previous-cell$/, 'keyPreviousCell'],
  [/^leave$/, 'keyLeave'],
];

type Group = CommandGroup | 'walk';

/** What a key is called, and where it stands. Undefined for a key nobody has given a name. */
export function shortcutOf(action: KeyAction): { readonly label: MessageKey<'tools'>; readonly group: Group } | undefined {
  const command = commandOf(action);
  if (command) return { label: command.label, group: command.group };
  const walk = WALKS.find(([start]) => start.test(action));
  return walk && { label: walk[1], group: 'walk' };
}

interface Row {
  readonly label: MessageKey<'tools'>;
  readonly group: Group;
  readonly keys: readonly string[];
}

function rows(): readonly Row[] {
  const found = new Map<string, Row>();
  for (const { action, keys } of KEYMAP) {
    const of = shortcutOf(action);
    if (!of) continue;
    const before = found.get(of.label);
    found.set(of.label, { ...of, keys: [...(before?.keys ?? []), ...keys] });
  }
  return [...found.values()];
}

export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('tools');
  const [typed, setTyped] = useState('');
  const wanted = folded(typed.trim());
  const shown = rows().filter(({ label, keys }) => wanted === '' || folded(t(label)).includes(wanted) || keys.some((key) => folded(key) === wanted));
  const order: readonly Group[] = ['walk', ...GROUPS];
  return (
    <Dialog title={t('help')} onClose={onClose}>
      <p className="quiet-text">{t('shortcutsIntro')}</p>
      <div className="shortcuts-line no-print">
        <input
          data-first
          className="control"
          type="search"
          aria-label={t('shortcutsFilter')}
          placeholder={t('shortcutsFilter')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button onClick={() => window.print()}>
          <Printer aria-hidden /> {t('print')}
        </Button>
      </div>
      {shown.length === 0 && <p role="status">{t('shortcutsNothing')}</p>}
      <div className="shortcuts">
        {order.map((group) => {
          const own = shown.filter((row) => row.group === group);
          return own.length === 0 ? null : (
            <section key={group}>
              <h3>{t(`in_${group}`)}</h3>
              <table>
                <tbody>
                  {own.map(({ label, keys }) => (
                    <tr key={label}>
                      <th scope="row">{t(label)}</th>
                      <td>
                        {withArrows(keys).map((chord) => (
                          <span key={chord} className="chord">
                            {keysOfChord(chord).map((key) => (
                              <kbd key={key}>{key}</kbd>
                            ))}
                          </span>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
