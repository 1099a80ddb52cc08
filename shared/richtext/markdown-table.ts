import type { Cell } from './block-parts.ts';
import type { BlockOf } from './document.ts';
import { lineMarkdown, type MarkdownMentionOptions } from './markdown-inline.ts';

const RULES = { start: ':---', center: ':---:', end: '---:' } as const;

/**
 * A table as GitHub's Markdown has it: always with a header row, which stands empty when the table names no columns. A
 * column is aligned when all of its cells are aligned alike; a short row is filled up.
 */
export function tableMarkdown(block: BlockOf<'table'>, options: MarkdownMentionOptions): string {
  const width = Math.max(...block.children.map(({ children }) => children.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const line = (cells: readonly string[]): string =>
    `| ${columns.map((at) => cells[at] ?? '').join(' | ')} |`;
  const written = block.children.map(({ children }) => children.map((cell) => cellMarkdown(cell, options)));
  const rows = block.header ? written : [[], ...written];
  const rules = columns.map((at) => {
    const [align, ...others] = new Set(block.children.map(({ children }) => children[at]?.align));
    return align === undefined || others.length > 0 ? '---' : RULES[align];
  });
  return [line(rows[0] ?? []), line(rules), ...rows.slice(1).map(line)].join('\n');
}

/** A pipe parts cells wherever it stands, also in code and in addresses: only a backslash before it saves it. */
const cellMarkdown = ({ children }: Cell, options: MarkdownMentionOptions): string =>
  lineMarkdown(children, options, '<br>').replace(/(\\*)\|/g, (pipe, slashes: string) =>
    slashes.length % 2 === 1 ? pipe : `${slashes}\\|`,
  );
