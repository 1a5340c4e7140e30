// Listening to pointer and wheel: the one place that does. Turns DOM events into samples for editor/input and zooms or pans by wheel.
import type { Point, Unsubscribe } from '@masa/shared/core';
import type { Camera } from '../editor/camera.ts';
import { type BoardInput, createInput, type PointerSample, type PressedPoint } from '../editor/input.ts';

export interface PointersOptions {
  /** Takes the pointer; lies above the canvases. */
  readonly surface: HTMLElement;
  /** Takes the wheel, also above the text field. */
  readonly root: HTMLElement;
  readonly camera: Camera;
  readonly send: (input: BoardInput) => void;
  /** Where the pointer is on the board; null = not on it. */
  readonly onPoint: (at: Point | null) => void;
}

export interface Pointers {
  cancel(): void;
  dispose(): void;
}

/** Lines of a wheel that counts lines, px. */
const WHEEL_LINE = 18;
const ZOOM_PER_PX = 0.0032;
const ZOOM_STEP_MAX = 60;

const IS_MAC = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

export function listenToPointers({ surface, root, camera, send, onPoint }: PointersOptions): Pointers {
  const stops: Unsubscribe[] = [];
  let ticking = 0;
  let tickedAt = 0;

  const input = createInput({
    camera,
    send,
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  });
  const tick = (at: number): void => {
    ticking = 0;
    if (!input.isPressed) return;
    send({ do: 'tick', elapsedMs: Math.min(64, at - tickedAt) });
    tickedAt = at;
    ticking = requestAnimationFrame(tick);
  };
  const sample = (event: PointerEvent): PointerSample => {
    const frame = surface.getBoundingClientRect();
    const pointOf = ({ clientX, clientY, pressure }: PointerEvent): PressedPoint => ({ x: clientX - frame.left, y: clientY - frame.top, pressure });
    // A move carries what the device reported since the last frame; browsers without it give the last place alone.
    const between = event.type === 'pointermove' ? (event.getCoalescedEvents?.() ?? []) : [];
    return {
      id: event.pointerId,
      kind: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
      // Ctrl and a click is the secondary click of a Mac.
      button: IS_MAC && event.button === 0 && event.ctrlKey ? 2 : event.button,
      ...pointOf(event),
      modifiers: { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey },
      atMs: event.timeStamp,
      ...(between.length > 0 ? { path: between.map(pointOf) } : {}),
    };
  };
  const listen = <K extends keyof HTMLElementEventMap>(on: HTMLElement, type: K, then: (event: HTMLElementEventMap[K]) => void): void => {
    on.addEventListener(type, then, { passive: false });
    stops.push(() => on.removeEventListener(type, then));
  };

  listen(surface, 'pointerdown', (event) => {
    // A pointer that is gone by now cannot be captured; its up event will come anyway.
    if (event.isTrusted) surface.setPointerCapture(event.pointerId);
    // The middle button would start the browser's own scrolling.
    if (event.button === 1) event.preventDefault();
    input.down(sample(event));
    tickedAt = performance.now();
    if (ticking === 0) ticking = requestAnimationFrame(tick);
  });
  listen(surface, 'pointermove', (event) => {
    const at = sample(event);
    input.move(at);
    // A finger that does nothing here, e.g. of the hand that holds a pen, points at nothing.
    if (at.kind !== 'touch' || input.isPressed) onPoint(camera.toBoard(at));
  });
  listen(surface, 'pointerup', (event) => input.up(sample(event)));
  listen(surface, 'pointercancel', (event) => input.lost(sample(event)));
  // Handwriting recognition of tablets otherwise holds a pen's strokes back (`touch-action: none` does not reach it).
  listen(surface, 'touchmove', (event) => event.preventDefault());
  listen(surface, 'pointerleave', () => onPoint(null));
  listen(surface, 'contextmenu', (event) => event.preventDefault());
  // Safari tells two fingers on a trackpad by events of its own, and would enlarge the page. On a touch screen `input` sees the fingers.
  let spread = 1;
  const gesture = (event: Event): void => {
    event.preventDefault();
    const { scale = 1, clientX = 0, clientY = 0 } = event as Event & { scale?: number; clientX?: number; clientY?: number };
    const frame = surface.getBoundingClientRect();
    if (event.type === 'gesturechange' && !input.isPressed) camera.zoomAt({ x: clientX - frame.left, y: clientY - frame.top }, scale / spread);
    spread = scale;
  };
  for (const type of ['gesturestart', 'gesturechange']) {
    surface.addEventListener(type, gesture, { passive: false });
    stops.push(() => surface.removeEventListener(type, gesture));
  }
  listen(root, 'wheel', (event) => {
    event.preventDefault();
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? surface.clientHeight : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    const frame = surface.getBoundingClientRect();
    const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    if (event.ctrlKey || event.metaKey) {
      const step = Math.max(-ZOOM_STEP_MAX, Math.min(ZOOM_STEP_MAX, dy));
      camera.zoomAt(at, Math.exp(-step * ZOOM_PER_PX));
    } else if (event.shiftKey && dx === 0) camera.panBy(dy, 0);
    else camera.panBy(dx, dy);
    onPoint(camera.toBoard(at));
  });

  return {
    cancel: () => input.cancel(),
    dispose() {
      cancelAnimationFrame(ticking);
      for (const stop of stops) stop();
    },
  };
}
