import { describe, expect, it } from 'vitest';
import { documentFrom, rawOf, toStoredJson } from '../../electron/data/unreadable.ts';
import type { RichText } from '../../shared/richtext/document.ts';

const long = (word: string): RichText => ({
  version: 1,
  blocks: Array.from({ length: 2_000 }, (_, index) => ({
    id: `block-${index}`,
    type: 'paragraph',
    children: [{ text: `${word} and thirty more letters of text ${index}` }],
  })),
});

describe('a long stored text', () => {
  it('is read once while its letters stay the same', () => {
    const raw = JSON.stringify(long('same'));
    const first = documentFrom(raw);
    expect(first).toEqual(long('same'));
    expect(documentFrom(JSON.stringify(long('same')))).toBe(first);
    expect(documentFrom(JSON.stringify(long('other')))).toEqual(long('other'));
    expect(toStoredJson(first)).toBe(raw);
  });

  it('cannot be changed by one who was given it, for the next who asks', () => {
    const document = documentFrom(JSON.stringify(long('frozen')));
    const block = document.blocks[7];
    if (block?.type !== 'paragraph') throw new Error('a paragraph was expected');
    expect(() => block.children.push({ text: '!' })).toThrow(TypeError);
    expect(() => {
      block.children[0] = { text: '!' };
    }).toThrow(TypeError);
  });

  it('gives way to later ones, and is read anew then', () => {
    const first = documentFrom(JSON.stringify(long('first')));
    for (const word of ['a', 'b', 'c', 'd', 'e']) documentFrom(JSON.stringify(long(word)));
    const again = documentFrom(JSON.stringify(long('first')));
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  it('that cannot be read is a stand-in of its own each time', () => {
    const raw = `${JSON.stringify(long('broken')).slice(0, -2)}, {}]}`;
    const first = documentFrom(raw);
    expect(rawOf(first)).toBe(raw);
    expect(documentFrom(raw)).not.toBe(first);
    expect(toStoredJson(first)).toBe(raw);
  });
});
