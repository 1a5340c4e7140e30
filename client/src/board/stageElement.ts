/** The canvas of this page, which takes the keys; null where the outline is the board. */
export const stageElement = (): HTMLElement | null => document.querySelector('.masa-stage');
