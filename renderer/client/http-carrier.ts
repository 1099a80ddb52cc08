import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { DisconnectedError, type WritableConnection } from './connection-state.ts';

/** Calls over HTTP to the browser shell on 127.0.0.1, with the key from the address. */
export const connectByHttp = (key: string, state: WritableConnection): ClientLink<ClientContext> => {
  const headers = { authorization: `Bearer ${key}` };
  // Pictures, recordings and downloads are asked for by elements that carry no header: this buys them a cookie.
  void fetch('/session', { method: 'POST', headers }).then(
    (answer) => {
      if (answer.status === 401) state.set('no-key');
    },
    () => undefined,
  );
  const link = new RPCLink({
    url: `${window.location.origin}/rpc`,
    headers,
    fetch: async (request, init) => {
      try {
        const answer = await fetch(request, init);
        state.set(answer.status === 401 ? 'no-key' : 'connected');
        return answer;
      } catch (error) {
        if (request.signal.aborted) throw error;
        state.set('lost');
        throw new DisconnectedError('The server did not answer.', { cause: error });
      }
    },
  });
  return link;
};
