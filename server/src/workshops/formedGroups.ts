// Which groups of a workshop were formed on a marketplace, and who has to know when somebody is taken to another table. Seats of such groups
// are counted on the marketplace: nobody sits down in one by choosing it at the door.
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

/** The marketplaces of a workshop, whose seats go where people are taken. To be called in the workshop's turn. */
export interface TableFollowers {
  /** Before a device sits at another table: its seats go along, and whoever waits for a place that becomes free goes in. Null: at none. */
  toTable(workshopId: string, participantId: string, groupId: string | null): Promise<void>;
  /** Somebody left the workshop, or brings fewer people: whoever waits longest goes in. */
  settle(workshopId: string): Promise<void>;
}
