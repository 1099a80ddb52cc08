import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longTextBytes } from '../../electron/data/long-texts.ts';
import { documentFrom, rawOf, toStoredJson } from '../../electron/data/unreadable.ts';
import { type Block, documentSchema, type RichText } from '../../shared/richtext/document.ts';
import { anyDocument } from '../support/rich-text-builders.ts';

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
    expect(String(toStoredJson(first))).toBe(raw);
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
    expect(String(toStoredJson(first))).toBe(raw);
  });
});

/** Blocks of every kind, 200 of them and more, under ids no text before has had. */
let made = 0;
const anyLongText = fc
  .array(anyDocument, { minLength: 8, maxLength: 12 })
  .map((documents) => documents.flatMap((document) => document.blocks))
  .filter((blocks) => blocks.length > 0)
  .map((some): RichText => {
    made += 1;
    const blocks = Array.from({ length: 220 }, (_, index): Block => {
      const block = structuredClone(some[index % some.length]) as Block;
      return { ...block, id: `made-${made}-${index}` };
    });
    return { version: 2, blocks };
  });

/** Something done to a text on its way: a value elsewhere, a key more, a key less. */
const anyHarm = fc.record({
  block: fc.nat(),
  steps: fc.array(fc.nat(), { maxLength: 5 }),
  how: fc.constantFrom('set', 'add', 'take', 'swap'),
  key: fc.constantFrom('text', 'bold', 'dir', '__proto__', 'x', 'id', 'children', 'level'),
  value: fc.constantFrom(true, false, null, 1, 'ltr', 'x', [], undefined),
});
type Harm = typeof anyHarm extends fc.Arbitrary<infer T> ? T : never;

function harmed(document: RichText, { block, steps, how, key, value }: Harm): unknown {
  const copy = structuredClone(document) as { blocks: object[] };
  let place = copy.blocks[block % copy.blocks.length] as Record<string, unknown>;
  for (const step of steps) {
    const inner = Object.values(place).filter((part) => typeof part === 'object' && part !== null);
    if (inner.length === 0) break;
    place = inner[step % inner.length] as Record<string, unknown>;
  }
  const keys = Object.keys(place);
  const old = keys[block % Math.max(1, keys.length)] ?? key;
  if (how === 'take') delete place[old];
  else if (how === 'swap') copy.blocks.reverse();
  else
    Object.defineProperty(place, how === 'set' ? old : key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}

describe('what is remembered of a long text', () => {
  it('is stored letter for letter as it would be without', () => {
    fc.assert(
      fc.property(anyLongText, fc.nat(), fc.string(), (document, at, text) => {
        const checked = documentSchema.parse(document);
        expect(longTextBytes(checked)?.toString()).toBe(JSON.stringify(checked));
        const blocks = [...structuredClone(document.blocks)];
        blocks.splice(at % blocks.length, 1, { id: `new-${made}-a`, type: 'quote', children: [{ text }] });
        const next = documentSchema.parse({ version: 2, blocks });
        expect(longTextBytes(next)?.toString()).toBe(JSON.stringify(next));
        expect(next).toEqual({ version: 2, blocks });
        // Most of it is the very blocks of the version before.
        expect(next.blocks.filter((block, index) => block === checked.blocks[index]).length).toBe(219);
      }),
      { numRuns: 30 },
    );
  });

  it('is stored in the version and the order it has, and letters that UTF-8 cannot hold stay apart', () => {
    const old = documentSchema.parse(long('of version one'));
    expect(old.version).toBe(1);
    expect(longTextBytes(old)?.toString()).toBe(JSON.stringify(old));
    const turned = { blocks: long('turned').blocks, version: 1 } as const;
    expect(String(toStoredJson(turned))).toBe(JSON.stringify(turned));
    // Half a pair of surrogates and the sign that stands for such a half become the same bytes.
    const half = JSON.stringify(long('half-')).replaceAll('half-', 'half \ud800');
    const sign = half.replaceAll('\ud800', '\ufffd');
    documentFrom(sign);
    expect(JSON.stringify(documentFrom(half))).not.toBe(JSON.stringify(documentFrom(sign)));
  });

  it('lets nothing through that the schema refuses, and changes nothing it lets through', () => {
    fc.assert(
      fc.property(anyLongText, fc.array(anyHarm, { minLength: 1, maxLength: 12 }), (document, harms) => {
        const values = harms.map((harm) => harmed(document, harm));
        const results = () => values.map((value) => documentSchema.safeParse(value));
        const before = results();
        longTextBytes(documentSchema.parse(document));
        const after = results();
        after.forEach((result, index) => {
          expect(result.success).toBe(before[index]?.success);
          if (result.success) expect(JSON.stringify(result.data)).toBe(JSON.stringify(before[index]?.data));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is never a text the schema would refuse', () => {
    const document = long('refused') as { blocks: unknown[] };
    document.blocks[3] = { id: 'block-3', type: 'paragraph', children: [{ text: 'x', size: 3 }] };
    expect(longTextBytes(document as unknown as RichText)).toBeUndefined();
    expect(documentSchema.safeParse(structuredClone(document)).success).toBe(false);
  });

  it('is frozen all the way down', () => {
    const document = documentSchema.parse(long('still'));
    longTextBytes(document);
    const block = document.blocks[9] as { children: { text: string }[] };
    expect(() => {
      (block.children[0] as { text: string }).text = '!';
    }).toThrow(TypeError);
    expect(() => document.blocks.push(document.blocks[0] as Block)).toThrow(TypeError);
  });
});
