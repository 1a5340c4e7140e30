// A picture beside the sheet, without a canvas: a phone offers its camera and its pictures for it.
import { centreOf } from '@masa/shared/core';
import { roomBeside } from '@masa/shared/objects';
import { Image } from 'lucide-react';
import { useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { choosePictures, pictureSize } from '../canvas/pictureChoice.ts';
import { uploadPicture } from '../session/pictures.ts';
import { createPictures } from '../tools/pictures.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export function NewPicture() {
  const t = useText('free');
  const board = useText('board');
  const { open, place, tell } = useBoard();
  const { editor } = open;
  const [waiting, setWaiting] = useState(0);

  const add = async (): Promise<void> => {
    const files = await choosePictures();
    const [room] = roomBeside(editor.board(), 1);
    if (files.length === 0 || !room) return;
    const pictures = createPictures({
      editor,
      upload: (file) => uploadPicture(place.board.id, file),
      sizeOf: pictureSize,
      show: (records) => setWaiting(records.length),
      said: (sentence) => tell(sentence === '' ? board('pictureAway') : sentence),
    });
    await pictures.add(files, centreOf(room));
  };

  return (
    <div className="row">
      <Button onClick={() => void add()}>
        <Image aria-hidden /> {t('addPicture')}
      </Button>
      {waiting > 0 && <p role="status">{t('picturesOnTheWay', { count: waiting })}</p>}
    </div>
  );
}
