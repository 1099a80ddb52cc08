import { expect, test } from 'vitest';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { fromPlainText } from '../../shared/richtext/from-text.ts';
import { toSearchDocument } from '../../shared/search/search-document.ts';

function note(title: string): AnyRecord {
  let made = 0;
  const makeId = () => {
    made += 1;
    return `block-${made}`;
  };
  const record = {
    id: 'note-1',
    title,
    document: fromPlainText('First line\nSecond line', makeId),
    tags: [],
  };
  return { kind: 'note', record } as unknown as AnyRecord;
}

test('a missing title shows the first line, and is not indexed as a title', () => {
  const found = toSearchDocument(note(''), { questionTitle: () => '' })!;
  expect(found).toMatchObject({ title: 'First line', ownTitle: '' });
  expect(found.body).toContain('First line');
});

test('a given title is both', () => {
  expect(toSearchDocument(note('Pumps'), { questionTitle: () => '' })).toMatchObject({
    title: 'Pumps',
    ownTitle: 'Pumps',
  });
});
