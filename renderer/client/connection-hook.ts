import { useSyncExternalStore } from 'react';
import { connection } from './api.ts';
import type { ConnectionState } from './connection-state.ts';

export const useConnection = (): ConnectionState =>
  useSyncExternalStore(connection.subscribe, connection.get);
