import type { Cell } from '../../../shared/richtext/block-parts.ts';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { el, user } from './dom.ts';
import { lineNodes, type PackageFile, type Surroundings } from './rich-inline.ts';
import { type BlockWord, blockWord } from './words.ts';

// Blocks that are more than a line: pictures and files of the package, tables, judgements, decisions.

type Dir = 'ltr' | 'rtl' | undefined;

/** A picture or sound only when its bytes are one; whatever else a block claims to show is a file to save. */
export function figureNode(
  block: BlockOf<'image' | 'file' | 'audio'>,
  dir: Dir,
  around: Surroundings,
): HTMLElement {
  const caption =
    block.children.length === 0 ? null : el('figcaption', {}, ...lineNodes(block.children, around));
  const file = around.file(block.attachmentId);
  const shown =
    file === null
      ? el('span', { class: 'absent' }, blockWord(`missing.${block.type}`, { name: block.name }))
      : mediaNode(block, file);
  return el('figure', { class: block.type, dir }, shown, caption);
}

function mediaNode(block: BlockOf<'image' | 'file' | 'audio'>, file: PackageFile): HTMLElement {
  if (block.type === 'image' && file.shows === 'picture') {
    const picture = document.createElement('img');
    picture.alt = block.alt;
    picture.loading = 'lazy';
    if (block.pixels !== undefined) {
      picture.width = block.pixels.width;
      picture.height = block.pixels.height;
    }
    if (block.width !== undefined) picture.style.inlineSize = `${block.width}%`;
    picture.src = file.path;
    return picture;
  }
  if (block.type === 'audio' && file.shows === 'sound') {
    const player = document.createElement('audio');
    player.controls = true;
    player.preload = 'none';
    player.setAttribute('aria-label', block.name);
    player.src = file.path;
    return player;
  }
  const link = el('a', { href: file.path }, user(block.name || file.path));
  link.download = block.name;
  return link;
}

export function tableNode(block: BlockOf<'table'>, dir: Dir, around: Surroundings): HTMLElement {
  const row = (cells: readonly Cell[], tag: 'th' | 'td'): HTMLElement =>
    el(
      'tr',
      {},
      ...cells.map((cell) => {
        const node = el(tag, { dir: 'auto' }, ...lineNodes(cell.children, around));
        if (tag === 'th') node.setAttribute('scope', 'col');
        if (cell.align !== undefined) node.className = `align-${cell.align}`;
        return node;
      }),
    );
  const [first, ...rest] = block.children;
  const table = el('table', { dir });
  if (block.header && first !== undefined) table.append(el('thead', {}, row(first.children, 'th')));
  const body = block.header ? rest : block.children;
  if (body.length > 0) table.append(el('tbody', {}, ...body.map(({ children }) => row(children, 'td'))));
  // A wide table scrolls by itself, and by keyboard too; the page never does.
  const box = el('div', { class: 'wide' }, table);
  box.tabIndex = 0;
  return box;
}

export const judgementNode = (block: BlockOf<'judgement'>, dir: Dir, around: Surroundings): HTMLElement =>
  namedParts(block, dir, around, (part) => `judgement.${part}` as BlockWord);

export const decisionNode = (block: BlockOf<'decision'>, dir: Dir, around: Surroundings): HTMLElement =>
  namedParts(block, dir, around, (part) => `decision.${part}` as BlockWord);

function namedParts(
  block: BlockOf<'judgement' | 'decision'>,
  dir: Dir,
  around: Surroundings,
  word: (part: string) => BlockWord,
): HTMLElement {
  return el(
    'section',
    { class: `parts ${block.type}`, dir },
    el('p', { class: 'parts-name', dir: 'auto' }, blockWord(`${block.type}.name`)),
    el(
      'dl',
      {},
      ...block.children.map(({ part, children }) =>
        el(
          'div',
          { class: `part-${part}` },
          el('dt', { dir: 'auto' }, blockWord(word(part))),
          el('dd', { dir: 'auto' }, ...lineNodes(children, around)),
        ),
      ),
    ),
  );
}
