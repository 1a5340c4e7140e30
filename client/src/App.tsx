// Which page an address shows. Every page is a chunk of its own that is loaded together with its texts.
import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Boundary } from './ui/Boundary.tsx';
import { Mark } from './ui/Brand.tsx';
import { type Area, currentLanguage, loadTexts } from './ui/text.ts';
import { UpdateNotice } from './ui/UpdateNotice.tsx';

/** A page that brings its texts along, so that neither waits for the other. */
const page = <P,>(area: Area, load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), loadTexts(area, currentLanguage()), loadTexts('common', currentLanguage())]);
    return module;
  });

const HomePage = page('join', () => import('./pages/HomePage.tsx'));
const JoinPage = page('join', () => import('./pages/JoinPage.tsx'));
const TablePage = page('join', () => import('./pages/TablePage.tsx'));
const OpenLinkPage = page('join', () => import('./pages/OpenLinkPage.tsx'));
const BoardPage = page('board', () => import('./board/BoardPage.tsx'));
const SetupPage = page('organiser', () => import('./pages/SetupPage.tsx'));
const SignInPage = page('organiser', () => import('./pages/SignInPage.tsx'));
const WorkshopsPage = page('organiser', () => import('./pages/WorkshopsPage.tsx'));
const WorkshopPage = page('organiser', () => import('./pages/WorkshopPage.tsx'));
const TemplatesPage = page('designer', () => import('./designer/TemplatesPage.tsx'));
const WallPage = page('wall', () => import('./pages/WallPage.tsx'));
const NotFoundPage = page('common', () => import('./pages/NotFoundPage.tsx'));

const Waiting = () => (
  <div className="page-wait" aria-busy="true">
    <Mark />
  </div>
);

export function App() {
  return (
    <Boundary>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/join/:code">{({ code }) => <JoinPage key={code} code={code} />}</Route>
          <Route path="/table/:workshopId">{({ workshopId }) => <TablePage key={workshopId} workshopId={workshopId} />}</Route>
          <Route path="/boards/:boardId">{({ boardId }) => <BoardPage key={boardId} boardId={boardId} />}</Route>
          <Route path="/open">
            <OpenLinkPage />
          </Route>
          <Route path="/setup">
            <SetupPage />
          </Route>
          <Route path="/sign-in">
            <SignInPage />
          </Route>
          <Route path="/workshops">
            <WorkshopsPage />
          </Route>
          <Route path="/workshops/:id">{({ id }) => <WorkshopPage key={id} workshopId={id} />}</Route>
          <Route path="/workshops/:id/wall">{({ id }) => <WallPage key={id} workshopId={id} />}</Route>
          <Route path="/workshops/:id/templates">{({ id }) => <TemplatesPage key={id} workshopId={id} />}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
        <UpdateNotice />
      </Suspense>
    </Boundary>
  );
}
