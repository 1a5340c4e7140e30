// The dialogs of the board page. Each is a chunk of its own: the first load of a board does not carry them.

import { origin } from '@masa/shared/board';
import { lazy, Suspense } from 'react';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import type { Dialogs } from './useDialogs.ts';
import './dialogs.css';

const PasteListDialog = lazy(() => import('../panels/PasteListDialog.tsx'));
const PasteSheetDialog = lazy(() => import('../panels/PasteSheetDialog.tsx'));
const ConfirmBin = lazy(() => import('../panels/ConfirmBin.tsx'));
const MoveToDialog = lazy(() => import('../panels/MoveToDialog.tsx'));
const CarryDialog = lazy(() => import('../thread/CarryDialog.tsx'));
const BringDialog = lazy(() => import('../thread/BringDialog.tsx'));
const LinksDialog = lazy(() => import('../panels/LinksDialog.tsx'));
const StarsDialog = lazy(() => import('../panels/StarsDialog.tsx'));
const Palette = lazy(() => import('../panels/Palette.tsx'));
const ShortcutsDialog = lazy(() => import('../panels/ShortcutsDialog.tsx'));

export function BoardDialogs({ dialogs }: { readonly dialogs: Dialogs }) {
  return <Suspense fallback={null}>{dialogs.question && <Asked dialogs={dialogs} />}</Suspense>;
}

function Asked({ dialogs }: { readonly dialogs: Dialogs }) {
  const t = useText('board');
  const { open, language, say } = useBoard();
  const { editor } = open;
  const { question, close } = dialogs;
  if (!question) return null;
  switch (question.of) {
    case 'list': {
      const { entries, target, keepAsOne } = question;
      return (
        <PasteListDialog
          cell={editor.records.template.get().cells.find((each) => each.id === target.cell)?.title[language] ?? ''}
          entries={entries}
          onMany={() => {
            const made = editor.create(
              target,
              entries.map((text) => ({ text })),
              origin('pasted'),
            );
            say(t('cardsMade', { count: made.length }));
            close();
          }}
          onOne={() => {
            close();
            keepAsOne();
          }}
          onClose={close}
        />
      );
    }
    case 'sheet': {
      const { sheets, keepAsText } = question;
      return (
        <PasteSheetDialog
          sheets={sheets}
          onClose={close}
          onKeepAsText={
            keepAsText
              ? () => {
                  close();
                  keepAsText();
                }
              : undefined
          }
        />
      );
    }
    case 'bin':
      return <ConfirmBin count={question.count} onConfirm={() => dialogs.answerBin(true)} onClose={close} />;
    case 'move':
      return <MoveToDialog ids={question.ids} onClose={close} />;
    case 'carry':
      return <CarryDialog ids={question.ids} onClose={close} />;
    case 'bring':
      return <BringDialog cell={question.cell} onClose={close} />;
    case 'link':
      return <LinksDialog id={question.id} onClose={close} />;
    case 'stars':
      return <StarsDialog id={question.id} onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'help':
      return <ShortcutsDialog onClose={close} />;
  }
}
