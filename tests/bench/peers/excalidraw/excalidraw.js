// Excalidraw 0.18 with the same notes: a rectangle with a bound text each. Answers to the same calls as the other pages.
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** Helvetica of the system, so that no font is fetched. */
const LOCAL_FONT = 2;

let elements = [];
let api;

const stateFor = ({ x, y, zoom }) => ({ scrollX: -x, scrollY: -y, zoom: { value: zoom } });

window.bench = {
  async prepare(_count, _content, notes) {
    elements = convertToExcalidrawElements(
      notes.map(({ id, x, y, w, h, lines }) => ({
        type: 'rectangle',
        id,
        x,
        y,
        width: w,
        height: h,
        backgroundColor: '#fff1b8',
        fillStyle: 'solid',
        roughness: 0,
        strokeWidth: 1,
        strokeColor: '#e0c860',
        label: { text: lines.join('\n'), fontSize: 18, fontFamily: LOCAL_FONT, textAlign: 'left', verticalAlign: 'top', strokeColor: '#23201b' },
      })),
      { regenerateIds: false },
    );
    return notes;
  },
  mount(view) {
    const root = document.createElement('div');
    root.style.cssText = 'position:fixed;inset:0';
    document.body.append(root);
    createRoot(root).render(
      createElement(Excalidraw, {
        excalidrawAPI(made) {
          api = made;
        },
        initialData: { elements, appState: { ...stateFor(view), viewBackgroundColor: '#ffffff', currentItemRoughness: 0 }, scrollToContent: false },
      }),
    );
  },
  view(view) {
    api.updateScene({ appState: stateFor(view), captureUpdate: CaptureUpdateAction.NEVER });
  },
  // As a collaborator's scene arrives: the elements anew, the changed one with a higher version.
  edit(id, text) {
    const next = api
      .getSceneElementsIncludingDeleted()
      .map((each) => (each.containerId === id ? { ...each, text, originalText: text, version: each.version + 1, versionNonce: each.version } : each));
    api.updateScene({ elements: next, captureUpdate: CaptureUpdateAction.NEVER });
  },
  select(ids) {
    api.updateScene({ appState: { selectedElementIds: Object.fromEntries(ids.map((id) => [id, true])) }, captureUpdate: CaptureUpdateAction.NEVER });
  },
};
