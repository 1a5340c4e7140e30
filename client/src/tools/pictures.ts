// Pictures on their way onto the board: dropped, pasted or chosen files become image objects side by side. As long as one travels, a pale
// sheet stands in its place. Who sends them to the server is given: tools know no session.
import type { Point, Result } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { createObjects, freePlace, type NewObject, type Picture } from '@masa/shared/objects';
import type { Editor } from '../editor/Editor.ts';
import { recordOf } from './newObjects.ts';

/** A picture is at most so wide when it comes, board units, and so far from the next. */
export const PICTURE_WIDTH = 480;
const GAP = 16;
/** A picture whose size nobody knows before it is there: a photo's proportions. */
const UNKNOWN: Size = { w: 640, h: 480 };

interface Size {
  readonly w: number;
  readonly h: number;
}

export interface PicturesOptions {
  readonly editor: Editor;
  readonly upload: (file: Blob) => Promise<Result<Picture, { readonly message: string }>>;
  /** A file's size in pixels as it will be shown, upright; null = it cannot be read here. */
  readonly sizeOf: (file: Blob) => Promise<Size | null>;
  /** Shows pictures that are on their way; none = no longer. They do not exist for anybody else. */
  readonly show: (waiting: readonly BoardRecord[]) => void;
  /** Says why a picture did not come. Empty where nobody answered: the caller knows that sentence. */
  readonly said: (sentence: string) => void;
}

export interface Pictures {
  /** Puts files on the board around a point, in one row. Resolves when all have come or been refused. */
  add(files: readonly Blob[], at: Point): Promise<void>;
}

const shown = ({ w, h }: Size): Size => {
  const scale = Math.min(1, PICTURE_WIDTH / w);
  return { w: w * scale, h: h * scale };
};

/** Boxes side by side, their row centred on a point. */
function rowAround({ x, y }: Point, sizes: readonly Size[]): readonly NewObject['place'][] {
  const wide = sizes.reduce((sum, { w }) => sum + w, GAP * Math.max(0, sizes.length - 1));
  let left = x - wide / 2;
  return sizes.map(({ w, h }) => {
    const place = freePlace({ x: left, y: y - h / 2, w, h });
    left += w + GAP;
    return place;
  });
}

export function createPictures({ editor, upload, sizeOf, show, said }: PicturesOptions): Pictures {
  /** Everything that travels, from all drops. */
  const waiting = new Map<string, BoardRecord>();
  let count = 0;
  const tell = (): void => show([...waiting.values()]);

  return {
    async add(files, at) {
      if (editor.readOnly.get() !== null || files.length === 0) return;
      // One after the other: a phone has no memory for several photos at once.
      const sizes: Size[] = [];
      for (const file of files) sizes.push((await sizeOf(file)) ?? UNKNOWN);
      const places = rowAround(at, sizes.map(shown));
      const keys = places.map((place) => {
        count += 1;
        const key = `picture-${count}`;
        waiting.set(key, recordOf(editor, { id: key, type: 'image', place }));
        return key;
      });
      tell();
      const made: string[] = [];
      const refusals = new Set<string>();
      for (const [index, file] of files.entries()) {
        const reply = await upload(file);
        waiting.delete(keys[index] ?? '');
        const place = places[index];
        if (!reply.ok) refusals.add(reply.error.message);
        else if (place) {
          const object: NewObject = { type: 'image', place: fitted(place, reply.value), looks: { image: reply.value } };
          made.push(...editor.perform(createObjects(editor.board(), [object], editor.context())).map(({ id }) => id));
        }
        tell();
      }
      if (made.length > 0) editor.selection.many(made);
      for (const sentence of refusals) said(sentence);
    },
  };
}

/** The place for a picture as the server keeps it: its own proportions about the middle of where it was awaited. */
function fitted({ box: [x, y, w, h] }: NewObject['place'], picture: Picture): NewObject['place'] {
  const size = shown(picture);
  const wide = Math.min(w, size.w);
  const high = (wide * picture.h) / picture.w;
  return freePlace({ x: x + (w - wide) / 2, y: y + (h - high) / 2, w: wide, h: high });
}
