// The marketplace over HTTP: groups proposed, published, walked between.
import type { Market } from '../market/market.ts';
import type { Handlers } from './call.ts';

type Names = 'readPlaces' | 'proposeGroups' | 'publishGroups' | 'walkOver' | 'settleLonely';

export const createMarketHandlers = ({ market }: { readonly market: Market }): Handlers<Names> => ({
  readPlaces: ({ caller, params }) => market.read(caller, params.id),
  proposeGroups: ({ caller, params, body }) => market.propose(caller, params.id, body),
  publishGroups: ({ caller, params, body }) => market.publish(caller, params.id, body),
  walkOver: ({ caller, params, body }) => market.walk(caller, params.id, body),
  settleLonely: ({ caller, params, body }) => market.settle(caller, params.id, body),
});
