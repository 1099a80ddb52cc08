import type { DocumentToWrite } from './document-set.ts';

/**
 * What is known about a note, on top of its Markdown file as YAML. Every value is quoted as JSON, which YAML reads: no
 * title can end the block, begin a tag or be taken for a date.
 */
export function frontMatterOf(one: DocumentToWrite): string {
  const lines: [string, string | readonly string[]][] = [
    // A note without a title is called by its first line, which must not become a title when it comes back.
    ['title', (one.note?.title ?? one.title).replace(/\s+/gu, ' ')],
    ['kind', one.noteKind ?? one.kind],
    ['tags', one.tags],
    ['topics', one.topics],
    ['language', one.language],
    ['confidence', one.confidence],
    ['audience', one.audience],
    ['author', one.author],
    ['created', one.createdAt],
    ['updated', one.updatedAt],
    ['heirloom', `${one.kind}/${one.id}`],
  ];
  const written = lines
    .filter(([, value]) => value.length > 0)
    .map(([key, value]) =>
      typeof value === 'string' ? `${key}: ${quoted(value)}` : `${key}: [${value.map(quoted).join(', ')}]`,
    );
  return `---\n${written.join('\n')}\n---\n`;
}

/** YAML refuses some signs even in quotes that JSON allows as they are. */
const quoted = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
