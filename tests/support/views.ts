// All views, loaded before the first test asks for one: `viewOf` answers at once, as on a page that has waited for its board's kind.
import { loadView, VIEW_IDS } from '@masa/client/kinds/index.ts';
import { loadWhole } from '@masa/client/kinds/wholes.ts';

export const VIEWS = (await Promise.all(VIEW_IDS.map(loadView))).filter((view) => view !== undefined);

await Promise.all(VIEWS.map(({ kind }) => loadWhole(kind)));
