import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import type { Core } from '../../electron/core/open-core.ts';
import { startLoopback } from '../../electron/loopback/start-loopback.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { clientOf } from '../support/test-core.ts';

export type ContractClient = ContractRouterClient<Contract>;
export type Carrier = {
  readonly name: string;
  readonly connect: (
    core: Core,
  ) => Promise<{ readonly client: ContractClient; readonly close: () => Promise<void> }>;
};

/** The three ways a call travels. One suite runs over all of them, so no feature can tell which one carries it. */
export const CARRIERS: readonly Carrier[] = [
  {
    name: 'direct',
    connect: async (core) => ({ client: clientOf(core) as ContractClient, close: async () => {} }),
  },
  {
    name: 'message port',
    connect: async (core) => {
      const { port1, port2 } = new MessageChannel();
      new RPCHandler(core.router).upgrade(port1 as never, { context: {} });
      port1.start();
      port2.start();
      return {
        client: createORPCClient(new PortLink({ port: port2 as never })),
        close: async () => {
          port1.close();
          port2.close();
        },
      };
    },
  },
  {
    name: 'http',
    connect: async (core) => {
      const pageDir = mkdtempSync(join(tmpdir(), 'heirloom-page-'));
      writeFileSync(join(pageDir, 'index.html'), '<!doctype html><title>test</title>');
      const server = await startLoopback({ core, pageDir });
      const { origin, hash } = new URL(server.url);
      const link = new HttpLink({
        url: `${origin}/rpc`,
        headers: { authorization: `Bearer ${hash.slice('#t='.length)}` },
      });
      return {
        client: createORPCClient(link),
        close: async () => {
          await server.close();
          rmSync(pageDir, { recursive: true, force: true });
        },
      };
    },
  },
];
