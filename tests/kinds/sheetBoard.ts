// A board of the service canvas to paste sheets into.
import { type BoardReader, readerOf, createReader as readerOver, typesOf } from '@masa/shared/board';
import { type BoardRecord, createProjection, seed } from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import * as Y from 'yjs';

export const createReader = (records: readonly BoardRecord[]): BoardReader => readerOver(serviceCanvas, formA, records);

export function createProjectionOf(): { readonly doc: Y.Doc; readonly reader: () => BoardReader } {
  const doc = new Y.Doc();
  seed(doc, { kind: 'service-canvas', template: 'form-a@1' });
  const projection = createProjection(doc, typesOf(serviceCanvas));
  return { doc, reader: () => readerOf(serviceCanvas, formA, projection) };
}
