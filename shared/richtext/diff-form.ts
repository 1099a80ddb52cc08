import type { Block } from './document.ts';

/** A change of a block that its words do not tell. */
export type BlockChange =
  | 'kind'
  | 'level'
  | 'list'
  | 'ticked'
  | 'unticked'
  | 'depth'
  | 'number'
  | 'tone'
  | 'direction'
  | 'language'
  | 'picture'
  | 'file'
  | 'sound'
  | 'record'
  | 'description'
  | 'size'
  | 'header'
  | 'align'
  | 'marks';

/** What of the form of a block changed, the weightiest first. `sameText` says that its words did not. */
export function changesOf(before: Block, after: Block, sameText: boolean): BlockChange[] {
  const out: BlockChange[] = [];
  const told = (what: BlockChange, changed: boolean): void => {
    if (changed) out.push(what);
  };
  if (before.type === after.type) inKind(before, after, told);
  else out.push('kind');
  told('direction', before.dir !== after.dir);
  // What is left when nothing else is: bold, links, mentions.
  told('marks', out.length === 0 && sameText);
  return out;
}

function inKind(before: Block, after: Block, told: (what: BlockChange, changed: boolean) => void): void {
  if (before.type === 'heading' && after.type === 'heading') told('level', before.level !== after.level);
  if (before.type === 'list-item' && after.type === 'list-item') {
    told('list', before.style !== after.style);
    told(after.checked ? 'ticked' : 'unticked', (before.checked ?? false) !== (after.checked ?? false));
    told('depth', before.depth !== after.depth);
    told('number', before.start !== after.start);
  }
  if (before.type === 'callout' && after.type === 'callout') told('tone', before.tone !== after.tone);
  if (before.type === 'code' && after.type === 'code') told('language', before.language !== after.language);
  if (before.type === 'image' && after.type === 'image') {
    told('picture', before.attachmentId !== after.attachmentId);
    told('description', before.alt !== after.alt);
    told('size', (before.width ?? 100) !== (after.width ?? 100));
  }
  if (before.type === 'file' && after.type === 'file')
    told('file', before.attachmentId !== after.attachmentId || before.name !== after.name);
  if (before.type === 'audio' && after.type === 'audio')
    told('sound', before.attachmentId !== after.attachmentId || before.name !== after.name);
  if (before.type === 'record' && after.type === 'record') told('record', before.recordId !== after.recordId);
  if (before.type === 'table' && after.type === 'table') {
    told('header', before.header !== after.header);
    const aligned = (block: typeof before): string =>
      block.children.map((row) => row.children.map((cell) => cell.align ?? '').join()).join(';');
    told('align', aligned(before) !== aligned(after));
  }
}
