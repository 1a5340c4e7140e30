// The text field of the board: a DOM textarea that lies exactly where the canvas would paint the same text, at any zoom. All decisions
// are the writer's; this shows them and passes on what the hand does.
import { SHEET } from '@masa/shared/board';
import { type Language, LIMITS } from '@masa/shared/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { looksLikeList } from '../editor/clipboard.ts';
import type { Editor } from '../editor/Editor.ts';
import { color, font, radius, space } from '../ui/tokens.ts';
import { pixelRatioAt } from './detail.ts';
import { fieldShift } from './domBaseline.ts';
import type { KindView } from './KindView.ts';
import type { StageLabels } from './labels.ts';
import { snapped } from './region.ts';
import type { After, Field, Writer } from './writer.ts';

export interface TextEditorProps {
  readonly editor: Editor;
  readonly writer: Writer;
  readonly view: KindView;
  readonly language: Language;
  readonly labels: StageLabels;
  readonly onPaste: (text: string, field: Field, keepAsOne: (text: string) => void) => void;
  /** The field closed by key: the board takes the focus back. */
  readonly onClosed: () => void;
}

export function TextEditor(props: TextEditorProps): ReactNode {
  const field = useSyncExternalStore(props.writer.field.subscribe, props.writer.field.get);
  return field ? <OpenField key={field.key} {...props} field={field} /> : null;
}

/** Room for the counter and its buttons under a long text, px. */
const NOTE_PX = 64;

const AFTER: Readonly<Record<string, After>> = {
  Enter: 'next-card',
  Tab: 'next-cell',
  'shift+Tab': 'previous-cell',
  Escape: 'close',
  'mod+Enter': 'close',
};

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
  const box = writer.box();
  const width = box?.w ?? SHEET.cardMinWidth;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the writer says so; typing keeps the browser's own cursor
  useLayoutEffect(() => {
    const at = area.current;
    if (!at) return;
    if (at.value !== field.value) at.value = field.value;
    at.setSelectionRange(field.start, field.end);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [field.shown]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text and the width decide the height
  useLayoutEffect(() => {
    const at = area.current;
    if (!at) return;
    at.style.height = '0';
    const height = at.scrollHeight;
    at.style.height = `${height}px`;
    setOwnHeight(height);
  }, [field.value, width]);

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
  useEffect(() => {
    const at = writer.box();
    const line = writer.cursorLine();
    if (!at || !line || field.length === 0) {
      if (at) editor.camera.reveal(at, 24);
      return;
    }
    const { zoom: now } = editor.camera.view.get();
    const height = Math.max(at.h, ownHeight) + (field.length > LIMITS.cardTextCounter ? NOTE_PX / now : 0);
    if ((height + 48 / now) * now < editor.camera.viewport.get().h) editor.camera.reveal({ ...at, h: height }, 24);
    else editor.camera.reveal({ ...line, h: line.h + NOTE_PX / now }, 24);
  }, [editor, writer, ownHeight, field.length]);

  if (!box) return null;
  const { x, y, zoom } = snapped(view, pixelRatioAt(view.zoom, window.devicePixelRatio));
  const report = (): void => {
    const at = area.current;
    if (at) writer.input(at.value, at.selectionStart, at.selectionEnd);
  };
  const close = (after: After): void => {
    if (writer.end(after) && writer.field.get() === null) onClosed();
  };
  const cell = editor.records.placement().cells.find((each) => each.id === field.target.cell);
  const left = LIMITS.cardTextMax - field.length;
  const isRight = (box.x - x) * zoom > editor.camera.viewport.get().w / 2;
  /** The canvas paints the card under the field; else the field brings its own paper. */
  const isOnCard = field.card !== null && editor.records.placement().cards.has(field.card) && ownHeight <= box.h;

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
        <textarea
          ref={area}
          aria-label={labels.cardText(cell?.cell.title[language] ?? '')}
          aria-describedby={field.isTooLong ? 'masa-field-note' : undefined}
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
              const after = AFTER[`${isMod ? 'mod+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key}`];
              if (after) {
                event.preventDefault();
                close(after);
              }
            }
            event.stopPropagation();
          }}
          onPaste={(event) => {
            event.stopPropagation();
            const text = event.clipboardData.getData('text/plain');
            if (!looksLikeList(text)) return;
            event.preventDefault();
            const at = area.current;
            onPaste(text, field, (kept) => {
              if (!at?.isConnected) return;
              at.focus();
              at.setRangeText(kept, at.selectionStart, at.selectionEnd, 'end');
              report();
            });
          }}
          style={{
            display: 'block',
            boxSizing: 'border-box',
            width: '100%',
            minHeight: 2 * SHEET.cardPaddingY + SHEET.cardLine,
            margin: 0,
            padding: `${SHEET.cardPaddingY + fieldShift()}px ${SHEET.cardPaddingX}px ${SHEET.cardPaddingY - fieldShift()}px`,
            border: 0,
            borderRadius: radius.small + 2,
            outline: 'none',
            boxShadow: `0 0 0 ${2 / zoom}px ${field.isTooLong ? color.danger : color.focus}`,
            background: isOnCard ? 'transparent' : kindView.cellPaper(cell?.cell.slots[0]?.slot ?? ''),
            color: color.ink,
            caretColor: color.ink,
            font: `${font.weight.normal} ${SHEET.cardText}px/${SHEET.cardLine}px ${font.family}`,
            fontKerning: 'normal',
            textRendering: 'geometricPrecision',
            letterSpacing: 'normal',
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            overflow: 'hidden',
            resize: 'none',
          }}
        />
      </div>
      {field.length > LIMITS.cardTextCounter && (
        <div
          style={{
            position: 'absolute',
            top: Math.min(Math.max(ownHeight, box.h) * zoom + space[1], editor.camera.viewport.get().h - (box.y - y) * zoom - NOTE_PX),
            ...(isRight ? { left: width * zoom, transform: 'translateX(-100%)' } : { left: 0 }),
            width: 'max-content',
            maxWidth: 680,
            padding: `${space[1]}px ${space[2]}px`,
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: space[2],
            background: color.paper,
            color: field.isTooLong ? color.danger : color.inkSoft,
            border: `1px solid ${color.line}`,
            borderRadius: radius.medium,
            font: `${font.size.small}px/1.5 ${font.family}`,
          }}
        >
          <span id="masa-field-note" role="status">
            {field.isTooLong ? labels.tooLong : labels.left(left)}
          </span>
          {field.length > LIMITS.cardTextLong && (
            <>
              <FieldButton onPress={() => writer.split()} text={labels.split} />
              <FieldButton onPress={() => writer.moveRest()} text={labels.moveRest} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

function FieldButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }): ReactNode {
  return (
    <button
      type="button"
      onClick={onPress}
      style={{
        minHeight: 36,
        padding: `0 ${space[3]}px`,
        border: `1px solid ${color.edge}`,
        borderRadius: radius.medium,
        background: color.paper,
        color: color.accent,
        font: 'inherit',
        fontWeight: font.weight.medium,
        cursor: 'pointer',
      }}
    >
      {text}
    </button>
  );
}
