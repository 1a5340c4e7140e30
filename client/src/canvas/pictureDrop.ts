// Files that come to the board from outside: dropped on it or pasted. Says which and where; what becomes of them others know.
import type { Point, Unsubscribe } from '@masa/shared/core';
import type { Camera } from '../editor/camera.ts';

export interface PictureDropOptions {
  readonly root: HTMLElement;
  readonly camera: Pick<Camera, 'toBoard' | 'viewport'>;
  /** @param at board point; of a pasted picture the middle of what is seen, unless the pointer says where. */
  readonly onFiles: (files: readonly File[], at: Point) => void;
  /** Where the pointer is on the board; null = elsewhere. */
  readonly pointer?: () => Point | null;
}

const hasFiles = (carried: DataTransfer | null): carried is DataTransfer => carried?.types.includes('Files') ?? false;

/** Pictures of a paste. A text beside them is what was meant: programs put a picture of it there as well. */
function pastedPictures(carried: DataTransfer | null): readonly File[] {
  if (carried?.getData('text/plain').trim() !== '') return [];
  return [...carried.files].filter((file) => file.type.startsWith('image/'));
}

export function listenToPictures({ root, camera, onFiles, pointer }: PictureDropOptions): Unsubscribe {
  const middle = (): Point => {
    const { w, h } = camera.viewport.get();
    return camera.toBoard({ x: w / 2, y: h / 2 });
  };
  const isOver = (event: DragEvent): boolean => event.target instanceof Node && root.contains(event.target);
  // Beside the board a dropped file would replace the page, and with it what is being written.
  const over = (event: DragEvent): void => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isOver(event) ? 'copy' : 'none';
  };
  const drop = (event: DragEvent): void => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (!isOver(event) || files.length === 0) return;
    const frame = root.getBoundingClientRect();
    onFiles(files, camera.toBoard({ x: event.clientX - frame.left, y: event.clientY - frame.top }));
  };
  const paste = (event: ClipboardEvent): void => {
    const files = pastedPictures(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onFiles(files, pointer?.() ?? middle());
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  root.addEventListener('paste', paste);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
    root.removeEventListener('paste', paste);
  };
}
