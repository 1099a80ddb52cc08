import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/contract.ts';
import type { HeirloomNative } from '../../shared/contract/native.ts';
import { type ConnectionStore, createConnectionState, DisconnectedError } from './connection-state.ts';
import { connectByHttp } from './http-carrier.ts';
import { takeKey } from './key-to-door.ts';
import { connectByPort } from './port-carrier.ts';

declare global {
  interface Window {
    readonly heirloomNative?: HeirloomNative;
  }
}

export type Client = ContractRouterClient<Contract>;

/** What the desktop shell lends; undefined in the browser. Every feature must do without. */
export const native: HeirloomNative | undefined = window.heirloomNative;

const state = createConnectionState();
export const connection: ConnectionStore = state;

const link = (() => {
  if (native) return connectByPort(native, state);
  const key = takeKey({ location: window.location, history: window.history, storage: window.sessionStorage });
  if (key !== null) return connectByHttp(key, state);
  state.set('no-key');
  return { call: () => Promise.reject(new DisconnectedError('There is no key in the address.')) };
})();

/** Straight calls: `await client.notes.create({ fields })`. In components prefer `api`. */
export const client: Client = createORPCClient(link as Parameters<typeof createORPCClient<Client>>[0]);

/** The same calls as query and mutation options: `useQuery(api.notes.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client);
