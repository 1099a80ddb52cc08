import type { Block } from '../../../shared/richtext/document.ts';

type Picture = Extract<Block, { type: 'image' }>;
interface Words {
  readonly alt: string;
  readonly caption: Picture['children'];
}

const words = new WeakMap<File, Words>();

/** What a pasted page says about a picture that is being kept. */
export function rememberWords(file: File, { alt, caption }: Words): void {
  words.set(file, { alt, caption });
}

/** The block of a kept file; a picture that was pasted with words to it has its description and caption. */
export function withPastedWords(block: Block, file: File): Block {
  const said = words.get(file);
  if (!said || block.type !== 'image') return block;
  return { ...block, alt: said.alt, ...(said.caption.length > 0 ? { children: [...said.caption] } : {}) };
}
