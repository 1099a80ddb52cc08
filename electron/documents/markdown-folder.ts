import { fileNamer } from '../../shared/base/file-names.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { mentionHref, toMarkdown } from '../../shared/richtext/markdown-out.ts';
import type { ZipEntry } from '../media/write-zip.ts';
import { type DocumentSet, indexOf } from './document-set.ts';
import { frontMatterOf } from './front-matter.ts';
import { placeFiles } from './place-files.ts';

/**
 * One Markdown file a document and `attachments/` beside them. Links between documents of the export are relative paths;
 * what stays behind is linked as `heirloom:note/<id>`, so that it is found again when the files come home.
 */
export function markdownFolder(set: DocumentSet): readonly ZipEntry[] {
  const { documents } = indexOf(set);
  const { pathOf, entries } = placeFiles(set.files);
  const nameFor = fileNamer();
  const names = new Map(set.documents.map((one) => [one.id, nameFor(one.title, 'md', set.untitled)]));
  const written = set.documents.map((one): ZipEntry => {
    const text = toMarkdown(one.document, {
      labels: set.labels,
      mediaHref: ({ attachmentId }) => asTarget(pathOf.get(attachmentId)),
      mentionHref: ({ kind, id }) => asTarget(names.get(id)) ?? mentionHref({ kind, id }),
      mentionLabel: ({ id, label }) => documents.get(id)?.title || label || set.untitled,
    });
    // The title as a heading, too, for readers that show no front matter; ours takes it for the title and drops it.
    const title = toMarkdown(headingOf(one.note?.title ?? one.title));
    const parts = [frontMatterOf(one), title, text].filter((part) => part !== '');
    const body = Buffer.from(parts.join('\n'), 'utf8');
    return { path: names.get(one.id) ?? 'note.md', source: body, compress: true };
  });
  return [...written, ...entries];
}

const headingOf = (title: string): RichText => ({
  version: 1,
  blocks:
    title === ''
      ? []
      : [{ id: 'title-', type: 'heading', level: 1, children: [{ text: title.replace(/\s+/gu, ' ') }] }],
});

/** A path as the target of a link: signs that would end it or begin a query are written as their numbers. */
function asTarget(path: string | undefined): string | undefined {
  return path?.replace(/[%#?\\<>]/g, (sign) => encodeURIComponent(sign));
}
