import type { Block, Inline } from '../../shared/richtext/document.ts';

/** Blocks in a line each that anybody can read: kind, words, `{mark:words}`, `{@mention}`, cells and parts between `¦`. */
export const blocksAsLines = (blocks: readonly Block[]): string[] => blocks.map(blockLine);

function blockLine(block: Block): string {
  const dir = block.dir ? `.${block.dir}` : '';
  return `${headOf(block)}${dir} ${wordsOf(block)}`.trimEnd();
}

function headOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `h${block.level}`;
    case 'list-item': {
      const sign = { bullet: 'ul', number: 'ol', check: block.checked ? 'done' : 'todo' }[block.style];
      const start = block.start === undefined ? '' : `.${block.start}`;
      return `${sign}${block.depth > 0 ? `+${block.depth}` : ''}${start}`;
    }
    case 'callout':
      return block.tone;
    case 'code':
      return block.language ? `code.${block.language}` : 'code';
    case 'table':
      return block.header ? 'table.header' : 'table';
    case 'image':
      return `image[${block.alt}]`;
    case 'file':
    case 'audio':
      return `${block.type}[${block.name}]`;
    case 'record':
      return `record[${block.kind} ${block.label}]`;
    default:
      return block.type;
  }
}

function wordsOf(block: Block): string {
  if (block.type === 'table')
    return block.children
      .map((row) =>
        row.children
          .map(({ align, children }) => `${align ? `<${align}>` : ''}${line(children)}`)
          .join(' ¦ '),
      )
      .join(' // ');
  if (block.type === 'judgement' || block.type === 'decision')
    return block.children.map((part) => line(part.children)).join(' ¦ ');
  return line(block.children);
}

function line(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if ('text' in child) {
        const marks = Object.keys(child).filter((key) => key !== 'text');
        const text = child.text.replace(/\n/gu, '⏎');
        return marks.length > 0 ? `{${marks.join(',')}:${text}}` : text;
      }
      return child.type === 'mention' ? `{@${child.label}}` : `{a ${child.url}:${line(child.children)}}`;
    })
    .join('');
}
