import { paragraphs, type SmallLibrary, smallLibrary, testId } from './small-library.ts';

/** A library with one of everything the reader shows, in four scripts, for looking at its package in a browser. */
export function readerWorkshop(): SmallLibrary {
  const library = smallLibrary();
  library.add('person', 'anna', { name: 'Anna', role: 'Fitter' });
  library.add('topic', 'seals', { name: 'Seals', names: [{ language: 'fa', name: 'آب‌بندها' }] });
  library.add('note', 'note', {
    title: 'Hear the seal',
    language: 'en',
    authorId: testId('anna'),
    topicIds: [testId('seals')],
    document: {
      version: 1,
      blocks: [
        { id: 'block-0', type: 'heading', level: 2, children: [{ text: 'Cue' }] },
        {
          id: 'block-1',
          type: 'paragraph',
          children: [
            { text: 'Ask ' },
            { type: 'mention', kind: 'person', id: testId('anna'), label: 'Anna', children: [] },
            { text: ' about the shaft.', bold: true },
          ],
        },
        { id: 'block-2', type: 'list-item', style: 'number', depth: 0, children: [{ text: 'Listen' }] },
        { id: 'block-3', type: 'list-item', style: 'number', depth: 0, children: [{ text: 'Touch' }] },
        { id: 'block-4', type: 'paragraph', children: [{ text: 'صدای یاتاقان را می‌شنوید؟' }] },
      ],
    },
  });
  library.add('note', 'chinese', {
    title: '机械密封',
    language: 'zh',
    document: paragraphs('泵的机械密封漏水时先看轴。'),
  });
  library.add('note', 'thai', { title: 'ซีลปั๊ม', language: 'th', document: paragraphs('น้ำรั่วที่ซีลของปั๊ม') });
  library.add('question', 'why', {
    title: 'Why does it drip?',
    state: 'accepted',
    acceptedAnswerId: testId('because'),
  });
  library.add('answer', 'because', { questionId: testId('why'), document: paragraphs('The seal ran dry.') });
  library.add('case', 'case', {
    source: 'crm',
    externalKey: '17',
    title: 'Leak',
    description: 'Drips at the shaft',
  });
  const step = (at: number, kind: 'note' | 'answer' | 'case', name: string, title: string) => ({
    id: `step-${at}-x`,
    title: `Do ${at}`,
    document: paragraphs(`Own words ${at}`),
    reference: { kind, id: testId(name), title },
  });
  library.add('playbook', 'book', {
    title: 'A dripping pump',
    summary: 'From the puddle to the cause',
    sections: [
      {
        id: 'section-1',
        title: 'Look',
        steps: [step(1, 'note', 'note', 'Hear the seal'), step(2, 'case', 'case', 'Leak')],
      },
      {
        id: 'section-2',
        title: 'Ask',
        steps: [step(3, 'answer', 'because', 'Why?'), step(4, 'note', 'gone', 'Long gone')],
      },
    ],
  });
  return library;
}
