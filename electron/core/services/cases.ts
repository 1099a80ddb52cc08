import type { cases as contract } from '../../../shared/contract/cases.ts';
import { caseDefaults } from '../../../shared/domain/case.ts';
import { caseFacets, caseIdByKey, listCases } from '../../data/repositories/cases.ts';
import { rule } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

/** The source of cases that somebody typed in by hand. */
const OWN_SOURCE = 'heirloom';

export function caseHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'case', caseDefaults, {
    decide: (db, wanted) => {
      const after = {
        ...wanted,
        source: wanted.source || OWN_SOURCE,
        externalKey: wanted.externalKey || wanted.id,
      };
      const holder = caseIdByKey(db, after.source, after.externalKey);
      if (holder !== undefined && holder !== after.id) throw rule('source-key-taken', holder);
      return after;
    },
  });
  return {
    ...service,
    list: (query) => listCases(env.read(), query),
    facets: () => caseFacets(env.read()),
  };
}
