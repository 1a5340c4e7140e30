// The canvas in the middle of the page: the stage with this page's sentences and answers. A chunk of its own, with Konva in it.
import type { Target } from '@masa/shared/board';
import { type Ref, useMemo } from 'react';
import { BoardStage, type StageHandle } from '../canvas/BoardStage.tsx';
import type { StageLabels } from '../canvas/labels.ts';
import type { StageEvents } from '../canvas/openStage.ts';
import { viewOf } from '../kinds/index.ts';
import { pictureUrl, uploadPicture } from '../session/pictures.ts';
import { loadTexts, translate, useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { useKeptFit } from './useKeptFit.ts';

export interface CanvasProps {
  readonly onPaste: (text: string, target: Target, keepAsOne?: (text: string) => void) => void;
  readonly onMoveTo: (ids: readonly string[]) => void;
  readonly onConfirmBin: (count: number) => Promise<boolean>;
  readonly stage: Ref<StageHandle>;
  /** What the stage asks of the page around it: menu, conversations, commands. */
  readonly events?: Pick<StageEvents, 'onMenu' | 'onComment' | 'onCommand'>;
}

const ignore = (): void => undefined;

export default function Canvas({ onPaste, onMoveTo, onConfirmBin, stage, events }: CanvasProps) {
  const t = useText('board');
  const { open, place, language, panel, show, help, tell } = useBoard();
  useKeptFit(open.editor, panel?.of === 'card' ? panel.id : null);
  const labels = useMemo<StageLabels>(
    () => ({
      add: t('addHere'),
      example: (text) => t('example', { text }),
      movedBy: (name) => t('movedBy', { name }),
      writing: (name) => t('isWriting', { name }),
      unsupported: t('unsupported'),
      cards: (count) => t('cards', { count }),
      board: t('canvas'),
      description: t('canvasDescription'),
      atCard: ({ text, cell, index, count, selected }) =>
        selected > 1 ? t('atCards', { text, selected }) : t('atCard', { text, cell, position: index, count }),
      atCell: ({ cell, count, hint }) => (count === 0 ? t('atEmptyCell', { cell, hint }) : t('atCell', { cell, count })),
      cardText: (cell) => t('cardText', { cell }),
      left: (characters) => t('left', { count: characters }),
      tooLong: t('tooLongShort'),
      split: t('splitText'),
      moveRest: t('restToNotes'),
      atObject: ({ what, selected }) => t('atObject', { what, selected }),
    }),
    [t],
  );
  return (
    <BoardStage
      editor={open.editor}
      view={viewOf(open.editor.kind.id)}
      language={language}
      labels={labels}
      handle={stage}
      onOpenCard={(id) => show({ of: 'card', id })}
      onPaste={onPaste}
      onMoveTo={onMoveTo}
      onConfirmDelete={onConfirmBin}
      onHelp={help}
      onPoint={open.presence.pointAt}
      onNeedsTwo={() => tell(t('arrowNeedsTwo'))}
      onSaid={(sentence) => tell(sentence === '' ? t('pictureAway') : sentence)}
      onRefused={(why) => void loadTexts('sheet', language).then(() => tell(translate('sheet', language, why)), ignore)}
      upload={(file) => uploadPicture(place.board.id, file)}
      pictureUrl={(id, size) => pictureUrl(place.board.id, id, size)}
      {...events}
    />
  );
}
