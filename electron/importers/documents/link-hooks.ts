import type { ImportHooks } from '../../../shared/richtext/import-hooks.ts';
import type { ReadContext } from './read-content.ts';

/** What readers ask about links, pictures and files of the note at `path`, and a count of the answers. */
export function linkHooks(
  path: string,
  { makeBlockId, targets, shown }: ReadContext,
): ImportHooks & { readonly links: { resolved: number; unresolved: number } } {
  const links = { resolved: 0, unresolved: 0 };
  const resolve = targets.resolverFor(path);
  return {
    links,
    makeBlockId,
    picture: shown.picture,
    file: shown.file,
    record: (kind, id) => ({ kind, id: kind === 'note' ? targets.noteId(id) : id }),
    resolve: (reference) => {
      const known = resolve(reference);
      if (known !== null) links.resolved += 1;
      else if (reference.wiki && !shown.knows(reference.target)) links.unresolved += 1;
      return known;
    },
  };
}
