// Goes to a card or object: brings it into sight and chooses it.
import type { Editor } from '../editor/Editor.ts';

/** Around what is shown, px. */
const MARGIN = 96;
/** Below this zoom words cannot be read. */
const READABLE = 0.5;

/** False if this form does not show it. */
export function revealObject({ records, selection, camera }: Editor, id: string): boolean {
  const card = records.placement().cards.get(id);
  const box = card?.box ?? records.free().get(id)?.bounds;
  if (!box) return false;
  selection.only(id, card?.cell ?? null);
  if (camera.view.get().zoom < READABLE) camera.fit(box, MARGIN, 1);
  else camera.reveal(box, MARGIN);
  return true;
}
