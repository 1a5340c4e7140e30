// The sentences the canvas shows or says, given by whoever knows the viewer's language. Everything here is plain text.

/** What is painted. */
export interface PaintLabels {
  /** The place for the next card, e.g. "Add". */
  readonly add: string;
  /** An example under a cell's guiding question, e.g. "For example: …". */
  readonly example: (text: string) => string;
  readonly movedBy: (name: string) => string;
  readonly writing: (name: string) => string;
  /** On a card of a type this version does not know. */
  readonly unsupported: string;
  readonly cards: (count: number) => string;
}

/** What is said to screen readers and stands in the text field. */
export interface StageLabels extends PaintLabels {
  readonly board: string;
  /** How to move about with the keyboard, and that the outline shows the same. */
  readonly description: string;
  readonly atCard: (at: {
    readonly text: string;
    readonly cell: string;
    readonly index: number;
    readonly count: number;
    readonly selected: number;
  }) => string;
  readonly atCell: (at: { readonly cell: string; readonly count: number; readonly hint: string }) => string;
  /** Name of the text field. */
  readonly cardText: (cell: string) => string;
  readonly left: (characters: number) => string;
  readonly tooLong: string;
  readonly split: string;
  readonly moveRest: string;
  /** An object of the free layer, described, and how many things are chosen with it. */
  readonly atObject: (at: { readonly what: string; readonly selected: number }) => string;
}
