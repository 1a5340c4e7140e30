// Which groups of a workshop were formed on a marketplace. Their seats are counted there: nobody sits down in one by choosing it at the door.
import { ideaMarketplace } from '@masa/shared/kinds';
import type { PlaceStore } from '../store/placeStore.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';

interface Parts {
  readonly store: Pick<WorkshopStore, 'boards'>;
  readonly places: Pick<PlaceStore, 'groups'>;
}

/** Ids of groups. */
export async function formedGroups({ store, places }: Parts, workshopId: string): Promise<ReadonlySet<string>> {
  const markets = (await store.boards(workshopId)).filter(({ kind }) => kind === ideaMarketplace.id);
  const formed = await Promise.all(markets.map(({ id }) => places.groups(id)));
  return new Set(formed.flat().map(({ group }) => group));
}
