import type { playbooks as contract } from '../../../shared/contract/playbooks.ts';
import { playbookDefaults, playbookSchema } from '../../../shared/domain/playbook.ts';
import { listPlaybooks } from '../../data/repositories/playbooks.ts';
import { revisionText } from '../../data/repositories/revisions.ts';
import { sectionsFrom } from '../../data/unreadable.ts';
import { CoreError } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function playbookHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'playbook', playbookDefaults);
  return {
    ...service,
    list: (query) => listPlaybooks(env.read(), query),
    publish: ({ id, expectedVersion, published }) =>
      service.change(id, published ? 'published' : 'unpublished', (playbook) => {
        if (playbook.version !== expectedVersion)
          throw new CoreError('STALE', { currentVersion: playbook.version });
        if (!published) return { ...playbook, state: 'draft', publishedVersion: null, publishedAt: null };
        // The version that this very save makes is the published one.
        return {
          ...playbook,
          state: 'published',
          publishedVersion: playbook.version + 1,
          publishedAt: env.now(),
        };
      }),
    published: ({ id }) => {
      const present = service.get({ id });
      if (present.publishedVersion === null) throw new CoreError('NOT_FOUND', { kind: 'playbook', id });
      if (present.publishedVersion === present.version) return present;
      const text = revisionText(env.read(), id, present.publishedVersion);
      // A playbook that came in a package brings one version only; that one is what its owner meant to be read.
      if (text === null) return present;
      const then = JSON.parse(text) as { sections?: unknown };
      // A step that cannot be read must not keep the others from newcomers.
      return playbookSchema.parse({ ...then, sections: sectionsFrom(JSON.stringify(then.sections ?? [])) });
    },
  };
}
