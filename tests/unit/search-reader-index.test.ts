import { expect, test } from 'vitest';
import { buildReaderIndex, openReaderIndex, searchReaderIndex } from '../../shared/search/reader-index.ts';

const built = buildReaderIndex([
  { id: 'zh', title: '合同审批流程', headings: '', body: '客户的合同需要经理审批' },
  { id: 'en', title: 'Running a pump', headings: 'Leaks', body: 'how to run it' },
  { id: 'th', title: 'วิธีซ่อมเครื่อง', headings: '', body: 'น้ำมันเครื่องรั่ว' },
  { id: 'fa', title: 'كتاب\u200cهاي فارسی', headings: '', body: 'می\u200cخواهم' },
]);
const reader = openReaderIndex(JSON.parse(JSON.stringify(built)))!;

test.each([
  ['审批', 'zh'],
  ['批', 'zh'],
  ['合同审批', 'zh'],
  ['runs', 'en'],
  ['runn', 'en'],
  ['leak', 'en'],
  ['เครื่อง', 'th'],
  ['น้ำ', 'th'],
  ['کتابها', 'fa'],
  ['کتاب ها', 'fa'],
  ['ميخواهم', 'fa'],
])('%s', (query, id) => {
  expect(searchReaderIndex(reader, query)[0]?.id).toBe(id);
});

test('documents with every word come first', () => {
  expect(searchReaderIndex(reader, 'pump 审批 leaks').map((hit) => hit.id)[0]).toBe('en');
});

test('hostile queries find nothing and break nothing', () => {
  for (const query of [
    '',
    '***',
    '+pump -leak^99 title:run~2',
    '\ud800',
    '"',
    '__proto__',
    'x'.repeat(100_000),
  ]) {
    expect(() => searchReaderIndex(reader, query)).not.toThrow();
  }
});

test('an index of another analyser, or a damaged one, is refused', () => {
  expect(openReaderIndex({ ...built, analyser: -1 })).toBeNull();
  expect(openReaderIndex({ analyser: built.analyser, lunr: {} })).toBeNull();
  for (const stored of [null, 'x', 3, [], {}]) expect(openReaderIndex(stored)).toBeNull();
});
