import { expect, test } from 'vitest';
import { normalise, normaliseWithOffsets } from '../../shared/text/normalise.ts';

test.each([
  ['Arabic yeh and kaf', 'كتابي', 'کتابی'],
  ['alef maksura', 'موسى', 'موسی'],
  ['teh marbuta and heh with yeh', 'خانۀ مدرسة', 'خانه مدرسه'],
  ['alef forms', 'أحمد إيران ٱلله', 'احمد ایران الله'],
  ['tatweel and harakat', 'مـــحَمَّد', 'محمد'],
  ['Persian and Arabic digits', '۱۲۳ ٤٥٦', '123 456'],
  ['Thai digits', '๒๕๖๗', '2567'],
  ['full width', 'Ｆｕｌｌ１２', 'full12'],
  ['ligatures', 'ﬁx ﷺ', 'fix صلی الله علیه وسلم'],
  ['Latin diacritics', 'Café Naïve Łódź', 'cafe naive lodz'],
  ['half-width kana with voicing', 'ｶﾞ', 'ガ'],
  ['invisible marks', 'so\u00adft\u200f \ufeffx', 'soft x'],
  ['Thai sara am in two parts', 'น\u0e4d\u0e49า', 'น้ำ'],
  ['Thai double sara e', 'เเม่', 'แม่'],
  ['Thai tone before vowel', 'ท\u0e48\u0e35', 'ที่'],
])('%s', (_, text, folded) => {
  expect(normalise(text)).toBe(folded);
});

test('Thai vowels and tones are never stripped', () => {
  for (const word of ['ที่', 'น้ำ', 'เครื่อง', 'กุ้ง', 'ก็']) expect(normalise(word)).toBe(word);
});

test('offsets lead back to the original', () => {
  const text = 'a ﷺ é\u0301x 😀';
  const folded = normaliseWithOffsets(text);
  expect(folded.starts).toHaveLength(folded.text.length);
  expect(folded.ends).toHaveLength(folded.text.length);
  const at = folded.text.indexOf('الله');
  expect(text.slice(folded.starts[at], folded.ends[at + 3])).toBe('ﷺ');
  const x = folded.text.indexOf('x');
  expect(text.slice(folded.starts[x], folded.ends[x])).toBe('x');
});

test('lone surrogates and a million marks are survived', () => {
  expect(normalise('\ud800a\udc00')).toContain('a');
  expect(normalise(`a${'\u0301'.repeat(200_000)}b`)).toMatch(/^a.*b$/su);
});
