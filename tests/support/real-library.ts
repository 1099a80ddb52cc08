// A real core behind the page of a component test: what the page saves is really saved, versions, rules and all.
import { createRequire } from 'node:module';
import { type FakeLibrary, openFakeLibrary } from './fake-library.ts';
import type { Client, TestCore } from './test-core.ts';

export interface RealLibrary {
  readonly page: FakeLibrary;
  readonly client: Client;
  /** Makes the next call of this name fail with `error`. */
  readonly failOnce: (call: string, error: Error) => void;
  readonly close: () => Promise<void>;
}

/** Opens a library and puts it behind `window`. Call it before the page's client is imported. */
export const openRealLibrary = async (kind: 'empty' | 'sample' = 'empty'): Promise<RealLibrary> => {
  // Loaded by Node itself: in a page's test everything else is built as for a browser, which the core is not made for.
  const { openTestCore } = createRequire(import.meta.url)(
    './test-core.ts',
  ) as typeof import('./test-core.ts');
  const test: TestCore = await openTestCore(kind);
  const failures = new Map<string, Error>();
  const names = (tree: object, path: readonly string[] = []): string[] =>
    Object.entries(tree).flatMap(([name, node]) =>
      '~orpc' in (node as object) ? [[...path, name].join('.')] : names(node as object, [...path, name]),
    );
  const { contract } = await import('../../shared/contract/contract.ts');
  const answers = Object.fromEntries(
    names(contract)
      // Streams stay the fake's: a test says itself what changed.
      .filter((name) => name !== 'changes.watch' && name !== 'jobs.watch')
      .map((name) => [
        name,
        (input: never) => {
          const failure = failures.get(name);
          if (failure) {
            failures.delete(name);
            throw failure;
          }
          const call = name
            .split('.')
            .reduce((at, part) => (at as Record<string, unknown>)[part], test.client as unknown);
          return (call as (input: never) => unknown)(input);
        },
      ]),
  );
  const page = openFakeLibrary(answers);
  return {
    page,
    client: test.client,
    failOnce: (call, error) => failures.set(call, error),
    close: test.close,
  };
};
