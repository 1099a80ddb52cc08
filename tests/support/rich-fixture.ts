import type { Block, Inline, RichText } from '../../shared/richtext/document.ts';
import { MARKS } from '../../shared/richtext/document.ts';
import { documentOf } from './rich-text-builders.ts';

export interface FixtureIds {
  readonly image: string;
  readonly file: string;
  readonly audio: string;
  /** A note that comes along, and a case that stays behind. */
  readonly note: string;
  readonly away: string;
}

type WithoutId<T> = T extends Block ? Omit<T, 'id'> : never;

/** One document with every block and every mark, in four scripts and both directions. */
export function richFixture(ids: FixtureIds): RichText {
  const mention = (kind: 'note' | 'case', id: string, label: string): Inline => ({
    type: 'mention',
    kind,
    id,
    label,
    children: [],
  });
  const part = (name: string, ...children: Inline[]) => ({ type: 'part', part: name, children });
  const cell = (text: string, align?: 'start' | 'center' | 'end') => ({
    type: 'cell' as const,
    ...(align ? { align } : {}),
    children: text === '' ? [] : [{ text }],
  });
  const row = (...children: ReturnType<typeof cell>[]) => ({ type: 'row' as const, children });
  const blocks: WithoutId<Block>[] = [
    { type: 'heading', level: 1, children: [{ text: 'When the pump hums' }] },
    {
      type: 'paragraph',
      children: MARKS.flatMap((mark): Inline[] => [{ text: mark, [mark]: true }, { text: ' and ' }]),
    },
    {
      type: 'paragraph',
      children: [
        { text: 'Everything: ' },
        { text: 'bold italic struck', bold: true, italic: true, strike: true },
        { text: ', see ' },
        { type: 'link', url: 'https://example.org/a?b=1&c=(2)', children: [{ text: 'the maker' }] },
        { text: ', ' },
        mention('note', ids.note, 'The other note'),
        { text: ' and ' },
        mention('case', ids.away, 'Case 17'),
        { text: '.\nA second line.' },
      ],
    },
    { type: 'heading', level: 2, children: [{ text: 'صدای پمپ' }] },
    {
      type: 'paragraph',
      children: [
        { text: 'می‌خواهم صدای یاتاقان را با ' },
        { text: 'Vibro 3000', bold: true },
        { text: ' بشنوم.' },
      ],
    },
    { type: 'paragraph', dir: 'rtl', children: [{ text: 'SKU-17 از راست به چپ' }] },
    { type: 'heading', level: 3, children: [{ text: '机械密封' }] },
    {
      type: 'paragraph',
      children: [{ text: '泵的机械密封漏水时' }, { text: '先看轴', highlight: true }, { text: '。' }],
    },
    { type: 'paragraph', children: [{ text: 'น้ำรั่วที่' }, { text: 'ซีล', italic: true }, { text: 'ของปั๊ม' }] },
    { type: 'list-item', style: 'bullet', depth: 0, children: [{ text: 'Oil' }] },
    { type: 'list-item', style: 'bullet', depth: 1, children: [{ text: 'روغن هیدرولیک' }] },
    { type: 'list-item', style: 'number', depth: 2, children: [{ text: 'first' }] },
    { type: 'list-item', style: 'number', depth: 2, children: [{ text: 'second' }] },
    { type: 'list-item', style: 'bullet', depth: 0, children: [{ text: 'Water' }] },
    { type: 'list-item', style: 'check', depth: 0, checked: true, children: [{ text: 'شیر را ببند' }] },
    { type: 'list-item', style: 'check', depth: 0, children: [{ text: 'Call the shift lead' }] },
    { type: 'quote', children: [{ text: 'Listen before you look.' }] },
    { type: 'quote', children: [{ text: 'اول گوش بده.' }] },
    {
      type: 'code',
      language: 'sh',
      children: [{ text: 'pump --status \\\n  | grep "hum" <in >out\n\n# done' }],
    },
    { type: 'divider', children: [] },
    { type: 'callout', tone: 'info', children: [{ text: 'Runs at 50 Hz.' }] },
    { type: 'callout', tone: 'tip', children: [{ text: 'با پشت دست لمس کن.' }] },
    { type: 'callout', tone: 'warning', children: [{ text: '小心热表面。' }] },
    { type: 'callout', tone: 'never', children: [{ text: 'อย่าเปิดฝา' }] },
    {
      type: 'image',
      attachmentId: ids.image,
      name: 'pump.png',
      alt: 'The pump from the left',
      width: 60,
      pixels: { width: 8, height: 6 },
      children: [{ text: 'The seal is at the shaft' }],
    },
    { type: 'file', attachmentId: ids.file, name: 'دستور کار ۲.pdf', bytes: 191, children: [] },
    { type: 'audio', attachmentId: ids.audio, name: 'hum.wav', children: [] },
    { type: 'record', kind: 'note', recordId: ids.note, label: 'The other note', children: [] },
    { type: 'record', kind: 'case', recordId: ids.away, label: 'Case 17', children: [] },
    {
      type: 'table',
      header: true,
      children: [
        row(cell('Sound'), cell('Meaning', 'center'), cell('Hz', 'end')),
        row(cell('hum | whistle'), cell('خشک', 'center'), cell('120', 'end')),
        row(cell('two\nlines'), cell('', 'center'), cell('50', 'end')),
      ],
    },
    {
      type: 'table',
      header: false,
      children: [row(cell('صدا'), cell('معنی')), row(cell('زوزه'), cell('یاتاقان'))],
    },
    {
      type: 'judgement',
      children: [
        part('cue', { text: 'The hum rises' }),
        part('expectation', { text: 'انتظار خشک شدن آب‌بند' }),
        part('action', { text: 'Close ' }, { text: 'valve 3', bold: true }),
        part('why', { text: '密封干了' }),
        part('exceptions', { text: 'During start-up, see ' }, mention('case', ids.away, 'Case 17')),
      ],
    } as unknown as WithoutId<Block>,
    {
      type: 'decision',
      children: [
        part('question', { text: 'Is it warm?' }),
        part('when', { text: 'Yes' }),
        part('then', { text: 'Stop the pump' }),
        part('when', { text: 'نه' }),
        part('then', { text: 'ادامه بده' }),
      ],
    } as unknown as WithoutId<Block>,
  ];
  return documentOf(...blocks.map((block) => ({ id: '', ...block }) as Block));
}
