// The board on the screen: two canvases, the text field above them, and the only listener of pointer, wheel and keys. React composes
// these few parts once; what changes on the board repaints canvases and renders nothing here (rule RENDER-4).
import { cellsInOrder } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Copied } from '../editor/clipboard.ts';
import type { Editor } from '../editor/Editor.ts';
import type { BoardAction, KeyPress } from '../editor/keymap.ts';
import { Announcer } from './Announcer.tsx';
import type { KindView } from './KindView.ts';
import { CARDS_TYPE } from './keyboard.ts';
import { createKonvaLayers, type KonvaLayers } from './konvaLayers.ts';
import type { StageLabels } from './labels.ts';
import { type OpenStage, openStage, type StageEvents } from './openStage.ts';
import { MARGIN } from './paintedView.ts';
import './stage.css';
import { TextEditor } from './TextEditor.tsx';

export interface BoardStageProps extends StageEvents {
  /** Its typesetting must have been made after `loadBoardFont()`. */
  readonly editor: Editor;
  readonly view: KindView;
  readonly language: Language;
  readonly labels: StageLabels;
  readonly handle?: Ref<StageHandle>;
}

/** A text and where the caret stands in it. */
export interface FieldText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What a toolbar beside the stage can ask of it. */
export interface StageHandle {
  /** Begins a card at the end of the cell the keyboard is in, else of the first, with a text and the caret in it. */
  addCard(typed?: FieldText): void;
  /** Does what a key of the board does. False = there was nothing to do. */
  act(action: BoardAction): boolean;
  /** Opens the field on a card or object, with what `as` makes of its text. False where it cannot be written, or not yet. */
  write(id: string, as?: (text: string) => FieldText): boolean;
  /** Puts pictures on the board; asks which, unless they are given. */
  addPictures(files?: readonly File[]): Promise<void>;
  /** Pastes what was on the clipboard. @param isInPlace objects go to where they were copied */
  paste(text: string, json: string, isInPlace?: boolean): void;
}

const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  mod: event.ctrlKey || event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
});

export function BoardStage(props: BoardStageProps): ReactNode {
  const { editor, view, language, labels } = props;
  const root = useRef<HTMLDivElement>(null);
  const canvases = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const drawn = useRef<KonvaLayers>(undefined);
  const stage = useRef<OpenStage>(undefined);
  const [open, setOpen] = useState<OpenStage>();
  const [size, setSize] = useState<{ readonly w: number; readonly h: number }>();
  const described = useId();
  const latest = useRef(props);
  /** Shift was down when the last key was pressed: what is pasted then goes to where it was copied. */
  const isShift = useRef(false);
  const lastCopied = useRef<Copied>(undefined);
  const isMeasured = size !== undefined;

  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const at = root.current;
    if (!at) return undefined;
    const measure = (): void => {
      const { width, height } = at.getBoundingClientRect();
      if (width > 0 && height > 0) setSize({ w: Math.round(width), h: Math.round(height) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(at);
    measure();
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!size) return;
    editor.camera.viewport.set(size);
    drawn.current?.resize(size.w + 2 * MARGIN, size.h + 2 * MARGIN);
    stage.current?.scene.invalidate();
  }, [editor, size]);

  useEffect(() => {
    if (!isMeasured || !root.current || !canvases.current || !surface.current) return undefined;
    const konva = createKonvaLayers(canvases.current, (name, context) => stage.current?.scene.draw(name, context));
    const { w, h } = editor.camera.viewport.get();
    konva.resize(w + 2 * MARGIN, h + 2 * MARGIN);
    drawn.current = konva;
    const opened = openStage(editor, view, {
      root: root.current,
      canvases: canvases.current,
      surface: surface.current,
      layers: konva.layers,
      props: () => latest.current,
    });
    stage.current = opened;
    setOpen(opened);
    return () => {
      stage.current = undefined;
      drawn.current = undefined;
      opened.dispose();
      konva.dispose();
    };
  }, [editor, view, isMeasured]);

  useImperativeHandle(
    props.handle,
    () => ({
      paste: (text, json, isInPlace) => stage.current?.keyboard.paste(text, json, isInPlace),
      act: (action) => stage.current?.act(action) ?? false,
      write(id, as) {
        const writer = stage.current?.writer;
        if (!writer?.open(id)) return false;
        if (as) {
          const { value, start, end } = as(writer.field.get()?.value ?? '');
          writer.input(value, start, end);
        }
        return true;
      },
      addPictures: (files) => stage.current?.addPictures(files) ?? Promise.resolve(),
      addCard(typed) {
        const [first] = cellsInOrder(editor.records.template.get());
        const cell = editor.selection.get().cell ?? first?.id;
        const isOpen = cell !== undefined && stage.current?.writer.openNew({ cell, index: Number.POSITIVE_INFINITY });
        if (isOpen && typed) stage.current?.writer.input(typed.value, typed.start, typed.end);
      },
    }),
    [editor],
  );
  useEffect(() => {
    // The labels are new sentences in another language.
    if (labels) open?.scene.invalidate();
  }, [open, labels]);

  const clip = (event: ClipboardEvent, what: 'copy' | 'cut'): void => {
    const copied = stage.current?.keyboard[what]();
    if (!copied) return;
    lastCopied.current = copied;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied.text);
    event.clipboardData.setData(CARDS_TYPE, copied.json);
  };

  /** With Shift browsers hand over the words alone: what was copied on this board is known here. */
  const copiedHere = (text: string): string => {
    const last = lastCopied.current;
    return last && last.text === text.replaceAll('\r\n', '\n') ? last.json : '';
  };

  return (
    <div
      ref={root}
      className="masa-stage"
      role="application"
      aria-label={labels.board}
      aria-describedby={described}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard as a whole (WAI-ARIA 1.2, application role)
      tabIndex={0}
      onKeyDown={(event) => {
        isShift.current = event.shiftKey;
        if (event.target === root.current && stage.current?.keyboard.press(pressOf(event))) event.preventDefault();
      }}
      onKeyUp={(event) => {
        isShift.current = event.shiftKey;
        stage.current?.keyboard.release(pressOf(event));
      }}
      onCopy={(event) => event.target instanceof HTMLTextAreaElement || clip(event, 'copy')}
      onCut={(event) => event.target instanceof HTMLTextAreaElement || clip(event, 'cut')}
      onPaste={(event) => {
        if (event.target instanceof HTMLTextAreaElement) return;
        event.preventDefault();
        const text = event.clipboardData.getData('text/plain');
        const json = event.clipboardData.getData(CARDS_TYPE) || (isShift.current ? copiedHere(text) : '');
        stage.current?.keyboard.paste(text, json, isShift.current);
      }}
      onFocus={(event) => stage.current?.focus(event.target === root.current, event.target.matches(':focus-visible'))}
      onBlur={() => stage.current?.focus(false, false)}
    >
      <div
        ref={canvases}
        className="masa-stage__canvases"
        style={{ left: -MARGIN, top: -MARGIN, transformOrigin: `${MARGIN}px ${MARGIN}px` }}
        lang={language}
        aria-hidden="true"
      />
      <div ref={surface} className="masa-stage__surface" />
      {open && (
        <TextEditor
          editor={editor}
          writer={open.writer}
          view={view}
          language={language}
          labels={labels}
          onPaste={(text, field, keepAsOne) =>
            props.onPaste(text, field.card === null ? field.target : { ...field.target, index: field.target.index + 1 }, keepAsOne)
          }
          onClosed={() => root.current?.focus({ preventScroll: true })}
        />
      )}
      <p id={described} className="masa-stage__said">
        {labels.description}
      </p>
      <Announcer editor={editor} language={language} labels={labels} />
    </div>
  );
}
