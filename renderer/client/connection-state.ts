/** How the page stands to the process that owns the library. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'failed' | 'no-key';

export interface ConnectionStore {
  readonly get: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface WritableConnection extends ConnectionStore {
  readonly set: (state: ConnectionState) => void;
}

export const createConnectionState = (): WritableConnection => {
  let state: ConnectionState = 'connecting';
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
};

/** A call that could not be made or lost its answer. What was already acknowledged is safe. */
export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError';
}
