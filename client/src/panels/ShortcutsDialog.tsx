// The sheet of shortcuts, drawn from the table the board obeys.
import { type BoardAction, KEYMAP } from '../editor/keymap.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { type MessageKey, useText } from '../ui/text.ts';

/** Rows with the same text stand together. */
const NAMES: Readonly<Record<BoardAction, MessageKey<'board'>>> = {
  up: 'keyWalk',
  down: 'keyWalk',
  left: 'keyWalk',
  right: 'keyWalk',
  'extend-up': 'keyExtend',
  'extend-down': 'keyExtend',
  'extend-left': 'keyExtend',
  'extend-right': 'keyExtend',
  'move-up': 'keyMove',
  'move-down': 'keyMove',
  'move-left': 'keyMove',
  'move-right': 'keyMove',
  'next-cell': 'keyNextCell',
  'previous-cell': 'keyPreviousCell',
  edit: 'keyEdit',
  details: 'keyDetails',
  bin: 'keyBin',
  undo: 'undo',
  redo: 'redo',
  'select-all': 'keySelectAll',
  copy: 'keyCopy',
  cut: 'keyCut',
  paste: 'keyPaste',
  'move-to': 'moveTo',
  leave: 'keyLeave',
  'zoom-in': 'zoomIn',
  'zoom-out': 'zoomOut',
  'zoom-fit': 'fit',
  'zoom-full': 'keyZoomFull',
  help: 'keyHelp',
};

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  shift: '⇧ Shift',
  alt: 'Alt',
  Delete: 'Del',
  Backspace: '⌫',
  Escape: 'Esc',
  Enter: 'Enter ↵',
  Tab: 'Tab ⇥',
};

const isMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/iu.test(navigator.platform);

function chordOf(keys: string): readonly string[] {
  // "+" is itself a key.
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts.map((part) => (part === 'mod' ? (isMac() ? '⌘' : 'Ctrl') : (SIGNS[part] ?? part.toUpperCase())));
}

export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('board');
  const rows = new Map<string, string[]>();
  for (const { action, keys } of KEYMAP) rows.set(NAMES[action], [...(rows.get(NAMES[action]) ?? []), ...keys]);
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      <p className="quiet-text">{t('shortcutsIntro')}</p>
      <table className="shortcuts">
        <tbody>
          {[...rows].map(([name, keys]) => (
            <tr key={name}>
              <th scope="row">{t(name as MessageKey<'board'>)}</th>
              <td>
                {keys.map((chord) => (
                  <span key={chord} className="chord">
                    {chordOf(chord).map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
