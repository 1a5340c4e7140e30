// What the objects of the free layer look like: the same on every kind of board.
import type { ObjectPainters } from '../../canvas/KindView.ts';
import { paintComment } from './comment.ts';
import { paintConnector } from './connector.ts';
import { paintFrame } from './frame.ts';
import { paintImage } from './image.ts';
import { paintInk } from './ink.ts';
import { paintNote } from './note.ts';
import { paintShape } from './shape.ts';
import { paintStamp } from './stamp.ts';
import { paintText } from './text.ts';

export const OBJECT_PAINTERS: ObjectPainters = {
  note: paintNote,
  card: paintNote,
  text: paintText,
  shape: paintShape,
  connector: paintConnector,
  ink: paintInk,
  image: paintImage,
  frame: paintFrame,
  stamp: paintStamp,
  comment: paintComment,
};
