// The text field of the board: a DOM textarea that lies exactly where the canvas would paint the same text, at any zoom, turned as the
// object under it is. All decisions are the writer's; this shows them and passes on what the hand does.
import { SHEET, typeOf } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { looksLikeList } from '../editor/clipboard.ts';
import type { Editor } from '../editor/Editor.ts';
import { color, font, space } from '../ui/tokens.ts';
import { pixelRatioAt } from './detail.ts';
import { fieldShift } from './domBaseline.ts';
import type { KindView } from './KindView.ts';
import type { StageLabels } from './labels.ts';
import { snapped } from './region.ts';
import { hasNote, NOTE_PX, TextEditorNote } from './TextEditorNote.tsx';
import { cardLook, type FieldLook } from './textOverlay.ts';
import type { After, CellField, Field, Writer } from './writer.ts';

export interface TextEditorProps {
  readonly editor: Editor;
  readonly writer: Writer;
  readonly view: KindView;
  readonly language: Language;
  readonly labels: StageLabels;
  /** A list pasted into a card of a cell: it may be several cards. */
  readonly onPaste: (text: string, field: CellField, keepAsOne: (text: string) => void) => void;
  /** The field closed by key: the board takes the focus back. */
  readonly onClosed: () => void;
}

export function TextEditor(props: TextEditorProps): ReactNode {
  const field = useSyncExternalStore(props.writer.field.subscribe, props.writer.field.get);
  return field ? <OpenField key={field.key} {...props} field={field} /> : null;
}

const NOTE_ID = 'masa-field-note';

const IN_CELL: Readonly<Record<string, After>> = { Enter: 'next-card', Tab: 'next-cell', 'shift+Tab': 'previous-cell' };
const ENDS = ['Escape', 'mod+Enter', 'shift+Tab', 'Tab'];

/** What a key does beside writing. In objects Enter is a new line, as on other boards. */
function afterKey(key: string, field: Field, isOneLine: boolean): After | undefined {
  if (field.in === 'cell' && IN_CELL[key]) return IN_CELL[key];
  if (field.in === 'free' && key === 'Tab') return 'next-note';
  return ENDS.includes(key) || (isOneLine && key === 'Enter') ? 'close' : undefined;
}

function OpenField({
  editor,
  writer,
  view: kindView,
  language,
  labels,
  field,
  onPaste,
  onClosed,
}: TextEditorProps & { readonly field: Field }): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const view = useSyncExternalStore(editor.camera.view.subscribe, editor.camera.view.get);
  // Where the field lies depends on what others do to the cards around it.
  useSyncExternalStore(editor.records.version.subscribe, editor.records.version.get);
  useSyncExternalStore(editor.records.arrangement.subscribe, editor.records.arrangement.get);
  const [ownHeight, setOwnHeight] = useState(0);
  const { x, y, zoom } = snapped(view, pixelRatioAt(view.zoom, window.devicePixelRatio));
  const cell = field.in === 'cell' ? editor.records.placement().cells.find((each) => each.id === field.target.cell)?.cell : undefined;
  const look = field.in === 'cell' ? lookInCell(field) : writer.look(zoom);
  const width = look?.box.w ?? SHEET.cardMinWidth;
  const least = look?.box.h ?? 0;

  function lookInCell({ card }: CellField): FieldLook | null {
    const at = writer.box();
    /** The canvas paints the card under it; else the field brings its own paper. */
    const isOnCard = at !== null && card !== null && editor.records.placement().cards.has(card) && ownHeight <= at.h;
    return at && cardLook(at, isOnCard ? null : kindView.cellPaper(cell?.slots[0]?.slot ?? ''));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the writer says so; typing keeps the browser's own cursor
  useLayoutEffect(() => {
    const at = area.current;
    if (!at) return;
    if (at.value !== field.value) at.value = field.value;
    at.setSelectionRange(field.start, field.end);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [field.shown]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text and the size decide the height
  useLayoutEffect(() => {
    const at = area.current;
    if (!at) return;
    at.style.height = '0';
    const height = at.scrollHeight;
    at.style.height = `${height}px`;
    setOwnHeight(height);
  }, [field.value, width, least]);

  useEffect(() => {
    const at = area.current;
    if (!at) return undefined;
    at.focus({ preventScroll: true });
    const intercept = (event: InputEvent): void => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      if (event.inputType === 'historyUndo') writer.undo();
      else writer.redo();
    };
    at.addEventListener('beforeinput', intercept);
    return () => at.removeEventListener('beforeinput', intercept);
  }, [writer]);

  // The whole field is brought into view when it opens and grows; of one higher than the stage, the line that is being written.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the length stands for the field, which is another object with every key
  useEffect(() => {
    const at = writer.box();
    const line = writer.cursorLine();
    if (!at || !line || field.length === 0) {
      if (at) editor.camera.reveal(at, 24);
      return;
    }
    const { zoom: now } = editor.camera.view.get();
    const height = Math.max(at.h, ownHeight) + (hasNote(field) ? NOTE_PX / now : 0);
    if ((height + 48 / now) * now < editor.camera.viewport.get().h) editor.camera.reveal({ ...at, h: height }, 24);
    else editor.camera.reveal({ ...line, h: line.h + NOTE_PX / now }, 24);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, writer, ownHeight, field.length]);

  if (!look) return null;
  const { box, rot } = look;
  const viewport = editor.camera.viewport.get();
  const report = (): void => {
    const at = area.current;
    if (at) writer.input(at.value, at.selectionStart, at.selectionEnd);
  };
  const name = field.in === 'cell' ? labels.cardText(cell?.title[language] ?? '') : (typeOf(editor.kind, field.record.type)?.label[language] ?? '');
  // An object has the frame of the selection around it already.
  const ring = `0 0 0 ${(field.in === 'cell' || field.isTooLong ? 2 : 1) / zoom}px ${field.isTooLong ? color.danger : color.focus}`;
  const isRight = (box.x - x) * zoom > viewport.w / 2;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices when the focus leaves the field and its buttons
    <div
      data-masa="field"
      style={{ position: 'absolute', left: 0, top: 0, transform: `translate(${(box.x - x) * zoom}px, ${(box.y - y) * zoom}px)` }}
      onBlur={(event) => {
        // A window that loses the focus keeps the field; so do the buttons under it.
        if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return;
        writer.end();
      }}
    >
      <div style={{ transform: `scale(${zoom})`, transformOrigin: '0 0', width }}>
        <div style={rot === 0 ? {} : { height: box.h, transform: `rotate(${rot}deg)` }}>
          <textarea
            ref={area}
            aria-label={name}
            aria-describedby={field.isTooLong ? NOTE_ID : undefined}
            lang={language}
            rows={1}
            defaultValue={field.value}
            onChange={report}
            onSelect={() => {
              const at = area.current;
              if (at && at.value === field.value && (at.selectionStart !== field.start || at.selectionEnd !== field.end)) report();
            }}
            onCompositionStart={() => writer.composing(true)}
            onCompositionEnd={() => {
              writer.composing(false);
              report();
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.key === 'Process') return;
              const isMod = event.ctrlKey || event.metaKey;
              if (isMod && !event.altKey && event.code === 'KeyZ') {
                event.preventDefault();
                if (event.shiftKey) writer.redo();
                else writer.undo();
              } else if (isMod && !event.altKey && event.code === 'KeyY') {
                event.preventDefault();
                writer.redo();
              } else {
                const after = afterKey(`${isMod ? 'mod+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key}`, field, look.isOneLine);
                if (after) {
                  event.preventDefault();
                  if (writer.end(after) && writer.field.get() === null) onClosed();
                }
              }
              event.stopPropagation();
            }}
            onPaste={(event) => {
              event.stopPropagation();
              const text = event.clipboardData.getData('text/plain');
              if (field.in !== 'cell' || !looksLikeList(text)) return;
              event.preventDefault();
              const at = area.current;
              onPaste(text, field, (kept) => {
                if (!at?.isConnected) return;
                at.focus();
                at.setRangeText(kept, at.selectionStart, at.selectionEnd, 'end');
                report();
              });
            }}
            style={areaStyle(look, ring)}
          />
        </div>
      </div>
      {hasNote(field) && (
        <TextEditorNote
          id={NOTE_ID}
          field={field}
          writer={writer}
          labels={labels}
          at={{
            top: Math.min(Math.max(ownHeight, box.h) * zoom + space[1], viewport.h - (box.y - y) * zoom - NOTE_PX),
            ...(isRight ? { left: width * zoom, transform: 'translateX(-100%)' } : { left: 0 }),
          }}
        />
      )}
    </div>
  );
}

/** The field as the canvas would paint what is in it. */
function areaStyle(look: FieldLook, ring: string): CSSProperties {
  const { padding, size, lineHeight, weight } = look;
  const down = fieldShift(size, lineHeight, weight);
  return {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: padding.top + lineHeight + padding.bottom,
    margin: 0,
    padding: `${padding.top + down}px ${padding.right}px ${Math.max(0, padding.bottom - down)}px ${padding.left}px`,
    border: 0,
    borderRadius: look.radius,
    outline: 'none',
    boxShadow: ring,
    background: look.paper ?? 'transparent',
    color: look.ink,
    caretColor: look.ink,
    font: `${weight} ${size}px/${lineHeight}px ${font.family}`,
    fontKerning: 'normal',
    textRendering: 'geometricPrecision',
    letterSpacing: 'normal',
    textAlign: look.align,
    whiteSpace: look.wraps ? 'pre-wrap' : 'pre',
    overflowWrap: look.wraps ? 'anywhere' : 'normal',
    overflow: 'hidden',
    resize: 'none',
  };
}
