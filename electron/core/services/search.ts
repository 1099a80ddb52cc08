import type { search as contract, SearchHit } from '../../../shared/contract/search.ts';
import { highlight } from '../../../shared/search/highlight.ts';
import { toSearchDocument } from '../../../shared/search/search-document.ts';
import { snippet } from '../../../shared/search/snippet.ts';
import type { ReadDb } from '../../data/handle.ts';
import { findRecord, itemOf } from '../../data/records.ts';
import { type Found, planFor, recentlyChanged, searchPage, searchTitles } from '../../data/search.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { suggestSpelling } from '../spelling.ts';

/** Length of the text shown under a hit, in UTF-16 units. */
const SNIPPET_LENGTH = 220;

export function searchHandlers(env: Environment): Handlers<typeof contract> {
  return {
    query: ({ query, filters, asYouType, offset, limit }) => {
      const started = performance.now();
      const db = env.read();
      const plan = planFor(db, query, asYouType);
      if (plan === null)
        return { hits: [], total: 0, kindCounts: {}, didYouMean: null, ms: performance.now() - started };
      const page = searchPage(db, plan, filters, { offset, limit });
      const hits = page.found.map((found) => toHit(db, query, found));
      const didYouMean = page.total === 0 ? suggestSpelling(db, query) : null;
      return {
        hits,
        total: page.total,
        kindCounts: page.kindCounts,
        didYouMean,
        ms: performance.now() - started,
      };
    },
    suggest: ({ query, kinds, limit }) => {
      const db = env.read();
      const plan = planFor(db, query, true);
      const found =
        plan === null
          ? query.trim() === ''
            ? recentlyChanged(db, kinds, limit)
            : []
          : searchTitles(db, plan, kinds, limit);
      return found.map(({ kind, id, title, subtitle, language }) => ({
        kind,
        id,
        title,
        subtitle,
        language,
        deletedAt: null,
      }));
    },
  };
}

function toHit(db: ReadDb, query: string, found: Found): SearchHit {
  const record = findRecord(db, found.kind, found.id);
  const document =
    record === undefined
      ? null
      : toSearchDocument(itemOf(found.kind, record), { questionTitle: () => found.title });
  const titleMarked = highlight(found.title, query);
  const body = document === null ? [] : snippet(document.body, query, { length: SNIPPET_LENGTH });
  const inHeadings =
    document !== null &&
    document.headings !== '' &&
    highlight(document.headings, query).some((part) => part.mark);
  return {
    kind: found.kind,
    id: found.id,
    title: found.title,
    subtitle: found.subtitle,
    language: found.language,
    deletedAt: null,
    externalId: found.externalId,
    titleMarked,
    snippet: body,
    score: found.score,
    matchedIn: [
      ...(titleMarked.some((part) => part.mark) ? (['title'] as const) : []),
      ...(inHeadings ? (['headings'] as const) : []),
      ...(body.some((part) => part.mark) ? (['body'] as const) : []),
    ],
    updatedAt: found.updatedAt,
  };
}
