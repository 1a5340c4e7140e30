// A list was pasted: several cards, or one?
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useText } from '../ui/text.ts';

export interface PasteListDialogProps {
  readonly cell: string;
  readonly entries: readonly string[];
  readonly onMany: () => void;
  readonly onOne: () => void;
  readonly onClose: () => void;
}

export default function PasteListDialog({ cell, entries, onMany, onOne, onClose }: PasteListDialogProps) {
  const t = useText('board');
  return (
    <Dialog title={t('pasteMany', { count: entries.length })} onClose={onClose}>
      <p className="quiet-text">{t('pasteInto', { cell })}</p>
      <ol className="paste-entries">
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and two entries may be equal
          <li key={at}>{entry}</li>
        ))}
      </ol>
      <div className="row">
        <Button look="primary" onClick={onMany}>
          {t('pasteManyYes', { count: entries.length })}
        </Button>
        <Button onClick={onOne}>{t('pasteOne')}</Button>
      </div>
    </Dialog>
  );
}
