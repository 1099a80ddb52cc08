import type { Block, RichText } from '../../../shared/richtext/document.ts';

let next = 0;
const id = () => `sample-${String((next += 1)).padStart(6, '0')}`;
const CASE = '01890000-0000-7000-8000-000000000001';

/** Everything a document can hold, in the languages people mix. */
export const sample = (): RichText => ({
  version: 1,
  blocks: [
    { id: id(), type: 'heading', level: 1, children: [{ text: 'When the pump hums but does not start' }] },
    {
      id: id(),
      type: 'paragraph',
      children: [
        { text: 'A ' },
        { text: 'steady hum', bold: true },
        { text: ' without rotation is almost never the motor. Look at ' },
        { type: 'mention', kind: 'case', id: CASE, label: 'Case 4711 — Northside', children: [] },
        { text: ' and read the ' },
        { type: 'link', url: 'https://example.org/manual', children: [{ text: 'manual, page 12' }] },
        { text: ' before you ' },
        { text: 'open', strike: true },
        { text: ' touch anything. H' },
        { text: '2', sub: true },
        { text: 'O at 10' },
        { text: '5', sup: true },
        { text: ' Pa, ' },
        { text: 'never above', highlight: true },
        { text: ' that; run ' },
        { text: 'pumpctl --status', code: true },
        { text: '.' },
      ],
    },
    { id: id(), type: 'heading', level: 2, children: [{ text: 'What to check' }] },
    { id: id(), type: 'list-item', style: 'number', depth: 0, children: [{ text: 'Power off, lock out.' }] },
    {
      id: id(),
      type: 'list-item',
      style: 'number',
      depth: 0,
      children: [{ text: 'Turn the shaft by hand.' }],
    },
    { id: id(), type: 'list-item', style: 'bullet', depth: 1, children: [{ text: 'It turns: capacitor.' }] },
    {
      id: id(),
      type: 'list-item',
      style: 'bullet',
      depth: 1,
      children: [{ text: 'It does not: impeller.' }],
    },
    {
      id: id(),
      type: 'list-item',
      style: 'number',
      depth: 0,
      children: [{ text: 'Measure before you order.' }],
    },
    { id: id(), type: 'heading', level: 2, children: [{ text: 'پمپ روشن نمی‌شود' }] },
    {
      id: id(),
      type: 'paragraph',
      children: [
        { text: 'اگر پمپ ' },
        { text: 'Grundfos CR 5', bold: true },
        { text: ' صدا می‌دهد ولی نمی‌چرخد، پیش از هر کار برق را قطع کنید.' },
      ],
    },
    {
      id: id(),
      type: 'list-item',
      style: 'check',
      depth: 0,
      checked: true,
      children: [{ text: 'برق قطع شد' }],
    },
    { id: id(), type: 'list-item', style: 'check', depth: 0, children: [{ text: 'محور با دست چرخانده شد' }] },
    { id: id(), type: 'list-item', style: 'number', depth: 0, children: [{ text: 'خازن را اندازه بگیرید' }] },
    { id: id(), type: 'list-item', style: 'number', depth: 0, children: [{ text: 'نتیجه را بنویسید' }] },
    { id: id(), type: 'quote', children: [{ text: 'Listen first. The machine tells you.' }] },
    {
      id: id(),
      type: 'code',
      language: 'sh',
      children: [{ text: 'pumpctl --status\npumpctl --log | tail -n 20' }],
    },
    { id: id(), type: 'divider', children: [] },
    { id: id(), type: 'paragraph', children: [{ text: '水泵嗡嗡作响但不转，先断电。' }] },
    { id: id(), type: 'paragraph', children: [{ text: 'ปั๊มมีเสียงแต่ไม่หมุน ให้ตัดไฟก่อน' }] },
  ],
});

/** A text of many blocks of about thirty words, for speed. */
export function longDocument(count: number): RichText {
  const words =
    'the pump hums and the valve is warm so we look at the capacitor first and then at the shaft because it is quick'.split(
      ' ',
    );
  const blocks: Block[] = Array.from({ length: count }, (_, index) => {
    const text = Array.from({ length: 30 }, (_each, at) => words[(index * 7 + at * 3) % words.length]).join(
      ' ',
    );
    if (index % 20 === 0)
      return {
        id: `long-${index}-heading`,
        type: 'heading',
        level: 2,
        children: [{ text: `Part ${index / 20 + 1}` }],
      };
    if (index % 20 > 12)
      return {
        id: `long-${index}-number`,
        type: 'list-item',
        style: 'number',
        depth: 0,
        children: [{ text }],
      };
    return {
      id: `long-${index}-text`,
      type: 'paragraph',
      children: [{ text }, { text: ' important', bold: true }],
    };
  });
  return { version: 1, blocks };
}
