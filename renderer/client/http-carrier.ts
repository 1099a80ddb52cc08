import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { bodyOf } from './call-body.ts';
import { DisconnectedError, type WritableConnection } from './connection-state.ts';

/** True from the moment the page is told to go until it turns out that it stays. */
const watchGoing = (): (() => boolean) => {
  let isGoing = false;
  const set = (value: boolean) => () => {
    isGoing = value;
  };
  // Captured, so that it is known before anybody stores the last words because of the same event.
  for (const name of ['beforeunload', 'pagehide']) window.addEventListener(name, set(true), true);
  for (const name of ['pageshow', 'focus', 'keydown', 'pointerdown'])
    window.addEventListener(name, set(false), true);
  return () => isGoing || document.visibilityState === 'hidden';
};

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
  const isGoing = watchGoing();
  const link = new RPCLink({
    url: `${window.location.origin}/rpc`,
    headers,
    clientInterceptors: [
      ({ next, request, ...call }) =>
        next({ ...call, request: { ...request, body: bodyOf(request.body, isGoing()) } }),
    ],
    fetch: async (request, init) => {
      // A blob is sent as if it were a file; this is a call like any other.
      request.headers.delete('content-disposition');
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
