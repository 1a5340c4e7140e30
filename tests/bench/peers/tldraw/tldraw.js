// Tldraw 5.4 with the same notes: a filled rectangle with a label each. Answers to the same calls as the other pages.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createShapeId, createTLStore, defaultBindingUtils, defaultShapeUtils, getIndices, Tldraw, toRichText } from 'tldraw';
import 'tldraw/tldraw.css';

/** Above its own 4,000 by default. */
const OPTIONS = { maxShapesPerPage: 20_000 };

const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
let shapes = [];
let first;
let editor;

const show = ({ x, y, zoom }) => editor.setCamera({ x: -x, y: -y, z: zoom }, { immediate: true, force: true });

window.bench = {
  async prepare(_count, _content, notes) {
    shapes = notes;
    return notes;
  },
  mount(view) {
    first = view;
    const root = document.createElement('div');
    root.style.cssText = 'position:fixed;inset:0';
    document.body.append(root);
    createRoot(root).render(
      createElement(Tldraw, {
        store,
        options: OPTIONS,
        onMount(made) {
          editor = made;
          const indices = getIndices(shapes.length);
          const pageId = editor.getCurrentPageId();
          store.put(
            shapes.map(({ id, x, y, w, h, lines }, at) => {
              const shape = {
                id: createShapeId(id),
                type: 'geo',
                parentId: pageId,
                index: indices[at],
                x,
                y,
                props: {
                  ...editor.getShapeUtil('geo').getDefaultProps(),
                  w,
                  h,
                  geo: 'rectangle',
                  color: 'yellow',
                  fill: 'solid',
                  dash: 'solid',
                  size: 's',
                  font: 'sans',
                  align: 'start',
                  verticalAlign: 'start',
                  richText: toRichText(lines.join('\n')),
                },
              };
              return store.schema.types.shape.create(shape);
            }),
          );
          show(first);
        },
      }),
    );
  },
  view: show,
  select(ids) {
    editor.setSelectedShapes(ids.map((id) => createShapeId(id)));
  },
  edit(id, text) {
    store.mergeRemoteChanges(() =>
      store.update(createShapeId(id), (shape) => ({ ...shape, props: { ...shape.props, richText: toRichText(text) } })),
    );
  },
  // It draws with elements: those of shapes in sight that are laid out.
  look() {
    let seen = 0;
    for (const shape of document.querySelectorAll('.tl-shapes .tl-shape')) if (shape.style.display !== 'none') seen += 1;
    return seen;
  },
};
