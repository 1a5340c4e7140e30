// The right drawer: one panel at a time. It takes its room from the canvas and never lies over it; on a phone it is the whole screen.
import { X } from 'lucide-react';
import { type ComponentType, createElement, lazy, Suspense, useEffect, useRef } from 'react';
import type { KindPanel } from '../canvas/KindView.ts';
import type { PanelName } from '../commands/command.ts';
import { viewOf } from '../kinds/index.ts';
import { Button } from '../ui/Button.tsx';
import { type MessageKey, useText } from '../ui/text.ts';
import { type Panel, useBoard } from './boardContext.ts';
import './drawer.css';

const CardDetails = lazy(() => import('../panels/CardDetails.tsx'));
const Outline = lazy(() => import('../outline/Outline.tsx'));
const PeoplePanel = lazy(() => import('../panels/PeoplePanel.tsx'));
const BinPanel = lazy(() => import('../panels/BinPanel.tsx'));
const ChecksPanel = lazy(() => import('../panels/ChecksPanel.tsx'));
const RealityCheck = lazy(() => import('../panels/RealityCheck.tsx'));
const CommentsPanel = lazy(() => import('../panels/CommentsPanel.tsx'));
const VersionsPanel = lazy(() => import('../panels/VersionsPanel.tsx'));
const SearchPanel = lazy(() => import('../panels/SearchPanel.tsx'));

/** The panels this page has. */
export const PANELS: ReadonlySet<PanelName> = new Set<PanelName>(['outline', 'people', 'bin', 'checks', 'reality', 'comments', 'versions', 'search']);

/** The panels of somebody who only looks on: what was thrown away or was here before is the table's, and the server does not tell them. */
export const PANELS_LOOKING_ON: ReadonlySet<PanelName> = new Set([...PANELS].filter((name) => name !== 'bin' && name !== 'versions'));

/** In the words of commands, which open them. */
const TITLES = {
  card: 'cardTitle',
  outline: 'outline',
  people: 'people',
  bin: 'binTitle',
  checks: 'progress',
  reality: 'reality',
  versions: 'versions',
  comments: 'comments',
  search: 'searchTitle',
} as const satisfies Record<Exclude<Panel['of'], 'kind'>, MessageKey<'tools'>>;

export function Drawer({ panel }: { readonly panel: Panel }) {
  const t = useText('tools');
  const common = useText('common');
  const { show, open, language } = useBoard();
  const ofKind = panel.of === 'kind' ? viewOf(open.editor.kind.id).panels?.find(({ id }) => id === panel.id) : undefined;
  const drawer = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);

  // The focus goes to what opened, and back to where it was when it closes.
  useEffect(() => {
    before.current = document.activeElement;
    return () => {
      const to = before.current;
      if (to instanceof HTMLElement && to.isConnected && (document.activeElement === document.body || document.activeElement === null)) to.focus();
    };
  }, []);
  // A panel that is asked for again takes the focus again. What it begins with is marked, where that is not the heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another panel is another heading
  useEffect(() => (drawer.current?.querySelector<HTMLElement>('[data-first]') ?? heading.current)?.focus({ preventScroll: true }), [panel]);

  return (
    <aside
      ref={drawer}
      className={ofKind?.isWide ? 'drawer wide' : 'drawer'}
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        // In a field it leaves the field, in a dialog it closes the dialog.
        const isBusy = event.target instanceof HTMLTextAreaElement || (event.target instanceof Element && event.target.closest('dialog') !== null);
        if (event.key === 'Escape' && !isBusy) show(null);
      }}
    >
      <div className="drawer-top">
        <h2 id="drawer-title" ref={heading} tabIndex={-1}>
          {panel.of === 'kind' ? ofKind?.label[language] : t(TITLES[panel.of])}
        </h2>
        <Button look="quiet" label={common('close')} onClick={() => show(null)}>
          <X aria-hidden />
        </Button>
      </div>
      <div className="drawer-body">
        <Suspense fallback={<p className="quiet-text">{common('loading')}</p>}>
          {ofKind ? <OfKind panel={ofKind} /> : <PanelOf panel={panel} />}
        </Suspense>
      </div>
    </aside>
  );
}

/** Kept outside of any component: one made while it is rendered would be made anew whenever it waits. */
const bodies = new WeakMap<KindPanel, ComponentType>();

function bodyOf(panel: KindPanel): ComponentType {
  const body = bodies.get(panel) ?? lazy(panel.load);
  bodies.set(panel, body);
  return body;
}

const OfKind = ({ panel }: { readonly panel: KindPanel }) => createElement(bodyOf(panel));

function PanelOf({ panel }: { readonly panel: Panel }) {
  switch (panel.of) {
    case 'kind':
      return null;
    case 'card':
      return <CardDetails key={panel.id} id={panel.id} />;
    case 'outline':
      return <Outline />;
    case 'people':
      return <PeoplePanel />;
    case 'bin':
      return <BinPanel />;
    case 'checks':
      return <ChecksPanel />;
    case 'reality':
      return <RealityCheck />;
    case 'versions':
      return <VersionsPanel />;
    case 'comments':
      return <CommentsPanel {...(panel.about === undefined ? {} : { about: panel.about })} />;
    case 'search':
      return <SearchPanel />;
  }
}
