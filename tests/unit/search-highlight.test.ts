import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from '../../shared/search/highlight.ts';
import { snippet } from '../../shared/search/snippet.ts';

const marks = (text: string, query: string, prefix = false) =>
  highlight(text, query, { prefix })
    .filter((piece) => piece.mark)
    .map((piece) => piece.text);

test.each([
  ['a ligature that stands for three letters', 'see ﬁnding', 'finding', ['ﬁnding']],
  ['one character that stands for four words', 'محمد ﷺ', 'الله', ['ﷺ']],
  ['full width', 'Ｆｕｌｌ text', 'full', ['Ｆｕｌｌ']],
  ['combining marks', 'cafe\u0301 noir', 'café', ['cafe\u0301']],
  ['after emoji', '😀👩‍👩‍👧 pump 😀', 'pump', ['pump']],
  ['an English stem', 'it was Running', 'runs', ['Running']],
  ['an Arabic keyboard', 'كتاب\u200cهاي نو', 'کتاب\u200cهای', ['كتاب\u200cهاي']],
  ['Chinese', '客户的合同需要审批', '合同', ['合同']],
  ['one Chinese letter', '审批', '批', ['批']],
  ['Thai', 'ซ่อมน้ำมันเครื่อง', 'น้ำมัน', ['น้ำมัน']],
  ['Thai sara am in two parts', 'น\u0e4d\u0e49ามัน', 'น้ำมัน', ['น\u0e4d\u0e49ามัน']],
] as const)('%s', (_, text, query, expected) => {
  expect(marks(text, query)).toEqual(expected);
});

test('an unfinished word is marked only as you type', () => {
  expect(marks('diagnostics', 'diagn')).toEqual([]);
  expect(marks('diagnostics', 'diagn', true)).toEqual(['diagnostics']);
});

test('markup stays text: pieces are never parsed', () => {
  expect(highlight('<b>pump</b>', 'pump')).toEqual([
    { text: '<b>', mark: false },
    { text: 'pump', mark: true },
    { text: '</b>', mark: false },
  ]);
});

test('the pieces are the text, whatever text and query are', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      (a, b) => {
        const text = `${a}${b}${a} ﷺ ﬁ`;
        const joined = highlight(text, b, { prefix: true })
          .map((piece) => piece.text)
          .join('');
        expect(joined).toBe(text);
      },
    ),
    { numRuns: 100 },
  );
});

test('a snippet shows the passage with most of the words', () => {
  const filler = 'the weather was fine and nothing happened at all. '.repeat(40);
  const text = `pump ${filler} the seal of the pump leaks. ${filler}`;
  const pieces = snippet(text, 'pump seal leaks', { length: 120 });
  expect(pieces.filter((piece) => piece.mark).map((piece) => piece.text)).toEqual(['seal', 'pump', 'leaks']);
  expect(pieces[0]).toEqual({ text: '…', mark: false });
});

test('without a match a snippet is the beginning, on one line', () => {
  expect(snippet('one\ntwo', 'zebra', { length: 50 })).toEqual([{ text: 'one two', mark: false }]);
  expect(snippet('', 'zebra', { length: 50 })).toEqual([]);
});

test('a snippet never parts a letter from its marks or a surrogate pair', () => {
  for (const unit of ['น้ำ', '👍', 'é\u0301']) {
    const shown = snippet(unit.repeat(500), 'zebra', { length: 41 })[0]!.text;
    expect(shown.isWellFormed()).toBe(true);
    expect(shown.length % unit.length).toBe(0);
  }
});

test('a long text is dealt with in one go', () => {
  const text = `${'lorem ipsum 客户 น้ำมัน '.repeat(5000)}needle`;
  expect(snippet(text, 'needle', { length: 100 }).some((piece) => piece.mark)).toBe(true);
});
