// What every canvas page answers to, whoever draws: the driver knows nothing else of them.

/** A note as all pages draw it: the same boxes, texts and line breaks for everybody. Board units. */
export interface Note {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly text: string;
  readonly lines: readonly string[];
}

export interface BenchView {
  /** The board point at the viewport's top left corner, and how many CSS pixels a board unit takes. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Sticky notes in the free layer, or cards in the cells of a sheet. */
export type Content = 'notes' | 'cards';

interface BenchPage {
  /** Makes the content in memory. Pages that do not make it themselves are given it. Nothing is drawn yet. */
  prepare(count: number, content: Content, notes?: readonly Note[]): Promise<readonly Note[]>;
  /** Starts drawing, at `view`. Everything from here on counts for the first paint. */
  mount(view: BenchView): void;
  view(view: BenchView): void;
  select(ids: readonly string[]): void;
  /** Somebody else writes a word more into note `id`: what arrives from the network, without the network. */
  edit(id: string, text: string): void;
  /** How much can be seen, for pages that draw without a canvas. */
  look?(): number;
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}
