import type { links as contract } from '../../../shared/contract/links.ts';
import type { RecordRef } from '../../../shared/contract/records.ts';
import { type Link, linkDefaults } from '../../../shared/domain/link.ts';
import { linksAt, listLinks, mentioning, playbooksUsing } from '../../data/repositories/links.ts';
import { rule } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';
import { refOf, refsOf } from '../record-refs.ts';

export function linkHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'link', linkDefaults, {
    decide: (db, after, before) => {
      if (after.fromId === after.toId && after.fromBlock === after.toBlock) throw rule('link-to-itself');
      if (before !== null) return after;
      if (refOf(db, after.fromKind, after.fromId) === null) throw rule('no-such-record', 'from');
      const target = refOf(db, after.toKind, after.toId);
      if (target === null) throw rule('no-such-record', 'to');
      const same = linksAt(db, 'from_id', after.fromId).some(
        (link) =>
          link.toId === after.toId &&
          link.type === after.type &&
          link.fromBlock === after.fromBlock &&
          link.toBlock === after.toBlock,
      );
      if (same) throw rule('link-exists');
      return { ...after, toTitle: target.title.slice(0, 2_000) };
    },
    after: (_db, link) => [
      // Both ends show the link, so both are told.
      { kind: link.fromKind, id: link.fromId },
      { kind: link.toKind, id: link.toId },
    ],
  });
  const withOther = (links: readonly Link[], end: (link: Link) => RecordRef | null) =>
    links.map((link) => ({ link, other: end(link) }));
  return {
    ...service,
    list: (query) => listLinks(env.read(), query),
    around: ({ id }) => {
      const db = env.read();
      return {
        outgoing: withOther(linksAt(db, 'from_id', id), (link) => refOf(db, link.toKind, link.toId)),
        incoming: withOther(linksAt(db, 'to_id', id), (link) => refOf(db, link.fromKind, link.fromId)),
        mentionedBy: refsOf(db, mentioning(db, id)).filter((ref) => ref.deletedAt === null),
        usedBy: refsOf(db, playbooksUsing(db, id)).filter((ref) => ref.deletedAt === null),
      };
    },
  };
}
