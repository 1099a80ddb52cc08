import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { type HeirloomNative, PORT_MESSAGE, PORT_REQUEST } from '../../shared/contract/native.ts';
import { DisconnectedError, type WritableConnection } from './connection-state.ts';

type Link = ClientLink<ClientContext>;

const OVER = 'The store process cannot be started.';

/**
 * Calls over the port the desktop shell hands us. When the store restarts, the port dies: calls under way are rejected
 * (they would hang for ever), later ones wait for the new port, which arrives in the same way as the first.
 */
export const connectByPort = (native: HeirloomNative, state: WritableConnection): Link => {
  let link: Link | null = null;
  let waiting: ((link: Link) => void)[] = [];
  const turnedAway: ((error: Error) => void)[] = [];
  // No store will come any more: a save that waits for one would never say that it failed.
  let isOver = false;
  let rejectUnderWay = new Set<(error: Error) => void>();

  const drop = (): void => {
    link = null;
    const calls = rejectUnderWay;
    rejectUnderWay = new Set();
    for (const reject of calls) reject(new DisconnectedError('The store process went away.'));
  };

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const data = event.data as { readonly type?: unknown } | null;
    const port = event.ports[0];
    // Only our own preload script posts to this window from itself with a port.
    if (event.source !== window || data?.type !== PORT_MESSAGE || !port) return;
    drop();
    link = new RPCLink({ port });
    port.start();
    for (const go of waiting) go(link);
    waiting = [];
    turnedAway.length = 0;
    isOver = false;
    state.set('connected');
  });
  native.onCommand((command) => {
    if (command.type !== 'connection') return;
    if (command.state === 'restored') return; // the new port follows, and counts
    drop();
    isOver = command.state === 'failed';
    if (isOver) for (const turnAway of turnedAway.splice(0)) turnAway(new DisconnectedError(OVER));
    if (isOver) waiting = [];
    state.set(command.state);
  }, 'connection');
  window.postMessage(PORT_REQUEST, window.location.origin);

  return {
    call: async (path, input, options) => {
      if (isOver) throw new DisconnectedError(OVER);
      const open =
        link ??
        (await new Promise<Link>((go, turnAway) => {
          waiting.push(go);
          turnedAway.push(turnAway);
        }));
      return new Promise((resolve, reject) => {
        rejectUnderWay.add(reject);
        open
          .call(path, input, options)
          .then(resolve, reject)
          .finally(() => rejectUnderWay.delete(reject));
      });
    },
  };
};
