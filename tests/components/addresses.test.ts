// @vitest-environment jsdom
import { matchRoutes, type RouteObject } from 'react-router';
import { describe, expect, it } from 'vitest';
import { FEATURE_COMMANDS, FEATURE_ROUTES } from '../../renderer/app/feature-list.ts';
import { PLACES } from '../../renderer/app/places.tsx';
import { recordPath } from '../../renderer/widgets/index.ts';
import { FINDABLE_KINDS } from '../../shared/domain/record.ts';

const routes = [...FEATURE_ROUTES] as RouteObject[];

describe('addresses', () => {
  it('every kind one can find has a page', () => {
    for (const kind of FINDABLE_KINDS)
      expect(matchRoutes(routes, recordPath(kind, 'x')), kind).not.toBeNull();
    expect(recordPath('note', 'x', 'b 1')).toBe('/notes/x?block=b%201');
    expect(recordPath('link', 'x')).toBe('/');
    expect(matchRoutes(routes, '/nowhere')).toBeNull();
  });

  it('every place of the rail and every command leads somewhere', () => {
    for (const { path } of PLACES) expect(matchRoutes(routes, path), path).not.toBeNull();
    expect(FEATURE_COMMANDS.length).toBeGreaterThan(8);
    for (const command of FEATURE_COMMANDS) {
      const led: string[] = [];
      command.run({ go: (path) => void led.push(path) });
      for (const path of led)
        expect(matchRoutes(routes, path.split('?')[0] ?? ''), command.id).not.toBeNull();
    }
  });
});
