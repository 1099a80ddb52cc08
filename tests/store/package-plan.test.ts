import { afterEach, describe, expect, it } from 'vitest';
import { type ExportSelection, planExport } from '../../electron/packages/plan-export.ts';
import type { Audience, RecordKind } from '../../shared/domain/record.ts';
import { partsOf } from '../support/package-bytes.ts';
import { exportFrom } from '../support/package-trip.ts';
import { documentOf } from '../support/rich-text-builders.ts';
import { paragraphs, type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

const open: SmallLibrary[] = [];
function library(): SmallLibrary {
  const made = smallLibrary();
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const names = new Map<string, string>();
const id = (name: string): string => {
  names.set(testId(name), name);
  return testId(name);
};
const inside = (selection: ExportSelection): string[] =>
  selection.ids.map((one) => names.get(one.id) ?? one.kind).sort();
const why = (selection: ExportSelection, name: string): string | undefined =>
  selection.leftOut.find((one) => one.id === testId(name))?.reason;

const mention = (kind: 'note' | 'person' | 'session' | 'case', name: string) => ({
  type: 'mention' as const,
  kind,
  id: id(name),
  label: name,
  children: [],
});
const document = (...children: readonly ({ text: string } | ReturnType<typeof mention>)[]) => ({
  version: 1 as const,
  blocks: [{ id: 'block-0', type: 'paragraph' as const, children: [...children] }],
});
const step = (kind: 'note' | 'answer' | 'case' | 'question', name: string, at: number) => ({
  id: `step-${at}-x`,
  title: '',
  document: paragraphs(),
  reference: { kind, id: id(name), title: name },
});

function book(lib: SmallLibrary, steps: readonly ReturnType<typeof step>[], fields = {}): void {
  lib.add('playbook', 'book', {
    title: 'Book',
    sections: [{ id: 'section', title: '', steps: [...steps] }],
    ...fields,
  });
  id('book');
}
const BOOK = { type: 'playbook', id: testId('book') } as const;
const plan = (lib: SmallLibrary, audience: Audience = 'team') =>
  planExport(lib.db, { scope: BOOK, audience });

describe('the closure of a playbook', () => {
  it('brings what its steps show, and what those need', () => {
    const lib = library();
    lib.add('person', 'author', { name: 'Author' });
    lib.add('topic', 'root', { name: 'Root' });
    lib.add('topic', 'leaf', { name: 'Leaf', parentId: id('root') });
    lib.add('customer', 'customer', { name: 'Customer', audience: 'team' });
    lib.add('session', 'session', { title: 'Session', attendeeIds: [id('attendee')] });
    lib.add('person', 'attendee', { name: 'Attendee' });
    lib.add('note', 'note', {
      title: 'Note',
      authorId: id('author'),
      topicIds: [id('leaf')],
      sessionId: id('session'),
    });
    lib.add('case', 'case', { source: 'crm', externalKey: '1', customerId: id('customer') });
    lib.add('question', 'question', { title: 'Why?' });
    lib.add('answer', 'answer', { questionId: id('question') });
    lib.add('answer', 'other-answer', { questionId: id('question') });
    lib.add('note', 'stranger', { title: 'Nobody asked' });
    book(lib, [step('note', 'note', 1), step('case', 'case', 2), step('answer', 'answer', 3)]);
    id('other-answer');
    expect(inside(plan(lib))).toEqual(
      [
        'answer',
        'attendee',
        'author',
        'book',
        'case',
        'customer',
        'leaf',
        'note',
        'other-answer',
        'question',
        'root',
        'session',
      ].sort(),
    );
    expect(plan(lib)).toMatchObject({
      title: 'Book',
      total: 12,
      counts: { answer: 2, person: 2, topic: 2, playbook: 1 },
    });
  });

  it('follows mentions and links one step, not to the end of the library', () => {
    const lib = library();
    lib.add('note', 'far', { title: 'Far' });
    lib.add('note', 'named', { title: 'Named', document: document(mention('note', 'far')) });
    lib.add('case', 'evidence', { source: 'crm', externalKey: '1', title: 'Evidence' });
    lib.add('session', 'talk', { title: 'Talk' });
    lib.add('note', 'note', {
      title: 'Note',
      document: document(mention('note', 'named'), mention('session', 'talk')),
    });
    lib.add('link', 'link', {
      type: 'explains',
      fromId: id('note'),
      toKind: 'case',
      toId: id('evidence'),
      toTitle: 'Evidence',
    });
    lib.add('link', 'foreign', { fromId: id('far'), toId: id('note'), toTitle: 'Note' });
    book(lib, [step('note', 'note', 1)]);
    id('link');
    const selection = plan(lib);
    expect(inside(selection)).toEqual(['book', 'evidence', 'link', 'named', 'note'].sort());
    expect(why(selection, 'far')).toBe('not-selected');
    expect(why(selection, 'talk')).toBe('not-selected');
  });

  it('brings the pictures a text shows, whoever they hang on, and not that other record', () => {
    const lib = library();
    lib.add('note', 'other', { title: 'Where the picture hangs' });
    lib.add('attachment', 'picture', {
      ownerKind: 'note',
      ownerId: id('other'),
      sha256: 'a'.repeat(64),
      extension: 'png',
      mime: 'image/png',
      bytes: 7,
      fileName: 'pump.png',
    });
    lib.add('note', 'note', {
      title: 'Note',
      document: documentOf(
        { id: '', type: 'image', attachmentId: id('picture'), name: 'pump.png', alt: '', children: [] },
        { id: '', type: 'file', attachmentId: id('gone'), name: 'gone.pdf', bytes: 1, children: [] },
      ),
    });
    book(lib, [step('note', 'note', 1)]);
    id('picture');
    const selection = plan(lib);
    expect(inside(selection)).toEqual(['book', 'note', 'picture']);
    expect(selection.mediaBytes).toBe(7);
    expect(why(selection, 'gone')).toBe('missing');
    lib.change('note', id('other'), { deletedAt: '2026-01-01T00:00:00.000Z' });
    expect(inside(planExport(lib.db, { scope: { type: 'all' }, audience: 'team' }))).toEqual([
      'book',
      'note',
      'picture',
    ]);
  });

  it('ends where notes mention each other in a circle', () => {
    const lib = library();
    lib.add('note', 'one', { title: 'One', document: document(mention('note', 'two')) });
    lib.add('note', 'two', { title: 'Two', document: document(mention('note', 'one')) });
    book(lib, [step('note', 'one', 1)]);
    expect(inside(plan(lib))).toEqual(['book', 'one', 'two']);
  });

  it('never brings what is meant for fewer people, from the bin, or gone; and says so', () => {
    const lib = library();
    lib.add('note', 'private', { title: 'Private', audience: 'private' });
    lib.add('note', 'team', { title: 'Team', audience: 'team' });
    lib.add('note', 'partner', { title: 'Partner', audience: 'partner' });
    lib.add('note', 'binned', {
      title: 'Binned',
      audience: 'customer',
      deletedAt: '2026-01-01T00:00:00.000Z',
    });
    book(
      lib,
      ['private', 'team', 'partner', 'binned', 'gone'].map((name, at) => step('note', name, at)),
      { audience: 'customer' },
    );
    const reasons = (audience: Audience): Record<string, string | undefined> => {
      const selection = plan(lib, audience);
      return Object.fromEntries(
        ['private', 'team', 'partner', 'binned', 'gone'].map((name) => [name, why(selection, name)]),
      );
    };
    expect(reasons('private')).toEqual({
      private: undefined,
      team: undefined,
      partner: undefined,
      binned: 'binned',
      gone: 'missing',
    });
    expect(reasons('team')).toEqual({
      private: 'audience',
      team: undefined,
      partner: undefined,
      binned: 'binned',
      gone: 'missing',
    });
    expect(reasons('partner')).toEqual({
      private: 'audience',
      team: 'audience',
      partner: undefined,
      binned: 'binned',
      gone: 'missing',
    });
    expect(reasons('customer')).toMatchObject({ partner: 'audience' });
    expect(plan(lib, 'customer').ids.map((one) => one.kind)).toEqual(['playbook']);
  });

  it('holds nothing at all when the playbook itself may not leave', () => {
    const lib = library();
    lib.add('note', 'note', { title: 'Note', audience: 'customer' });
    book(lib, [step('note', 'note', 1)], { audience: 'private' });
    expect(plan(lib, 'team')).toMatchObject({ total: 0 });
    expect(why(plan(lib, 'team'), 'book')).toBe('audience');
    expect(
      planExport(lib.db, { scope: { type: 'playbook', id: testId('nobody') }, audience: 'team' }),
    ).toMatchObject({ title: '', total: 0 });
  });
});

describe('sensitive fields', () => {
  it('stay: contact and last day of people, marked fields of customers, the whole customer when its name is marked', async () => {
    const lib = library();
    lib.add('person', 'anna', { name: 'Anna', contact: 'secret-contact', lastDay: '2031-07-07' });
    lib.add('customer', 'open', {
      name: 'Open Ltd',
      about: 'secret-about',
      sensitiveFields: ['about'],
      audience: 'team',
    });
    lib.add('customer', 'hidden', { name: 'Secret-Name Ltd', sensitiveFields: ['name'], audience: 'team' });
    lib.add('case', 'case', {
      source: 'crm',
      externalKey: '1',
      customerId: id('hidden'),
      customerName: 'Secret-Name Ltd',
    });
    const { path } = await exportFrom(lib, { type: 'all' });
    const parts = await partsOf(path);
    for (const [name, data] of parts) {
      const text = data.toString('utf8');
      for (const secret of ['secret-contact', '2031-07-07', 'secret-about', 'Secret-Name', 'secret-nam'])
        expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
    }
    const selection = planExport(lib.db, { scope: { type: 'all' }, audience: 'team' });
    for (const name of ['anna', 'open', 'hidden']) expect(why(selection, name)).toBe('sensitive-field');
  });

  it('and titles of what stayed are only told where something inside says them anyway', async () => {
    const lib = library();
    lib.add('note', 'private', { title: 'Nobody may know this', audience: 'private' });
    lib.add('note', 'named', { title: 'Known by name', audience: 'private' });
    lib.add('note', 'note', { title: 'Note', document: document(mention('note', 'named')) });
    const { path } = await exportFrom(lib, { type: 'all' });
    const all = [...(await partsOf(path)).values()].map((data) => data.toString('utf8')).join('\n');
    expect(all).not.toContain('Nobody may know this');
    expect(all).toContain('Known by name');
  });
});

describe('a topic and everything', () => {
  it('brings what carries the topic or one below it', () => {
    const lib = library();
    lib.add('topic', 'root', { name: 'Root' });
    lib.add('topic', 'leaf', { name: 'Leaf', parentId: id('root') });
    lib.add('topic', 'elsewhere', { name: 'Elsewhere' });
    lib.add('note', 'note', { title: 'Note', topicIds: [id('leaf')] });
    lib.add('case', 'case', { source: 'crm', externalKey: '1', topicIds: [id('root')] });
    lib.add('note', 'other', { title: 'Other', topicIds: [id('elsewhere')] });
    lib.add('note', 'binned', {
      title: 'Binned',
      topicIds: [id('leaf')],
      deletedAt: '2026-01-01T00:00:00.000Z',
    });
    const selection = planExport(lib.db, { scope: { type: 'topic', id: id('root') }, audience: 'team' });
    expect(inside(selection)).toEqual(['case', 'leaf', 'note', 'root']);
    expect(selection.title).toBe('Root');
  });

  it('brings everything that may leave, and what hangs on it', () => {
    const lib = library();
    lib.add('note', 'note', { title: 'Note' });
    lib.add('note', 'private', { title: 'Private', audience: 'private' });
    lib.add('session', 'session', { title: 'Session' });
    lib.add('recording', 'recording', { sessionId: id('session'), title: 'Tape' });
    lib.add('recording', 'refused', {
      sessionId: id('session'),
      consents: [{ personId: id('somebody'), given: false }],
    });
    lib.add('review', 'review', { targetId: id('note') });
    lib.add('review', 'review-private', { targetId: id('private') });
    lib.add('feedback', 'feedback', { targetId: id('note') });
    lib.add('link', 'link-private', { fromId: id('private'), toId: id('note') });
    for (const name of ['recording', 'review', 'feedback']) id(name);
    const selection = planExport(lib.db, { scope: { type: 'all' }, audience: 'team' });
    expect(inside(selection)).toEqual(['feedback', 'note', 'recording', 'review', 'session']);
    const kinds = planExport(lib.db, { scope: { type: 'all' }, audience: 'organisation' }).ids.map(
      (one): RecordKind => one.kind,
    );
    expect(kinds).toEqual([]);
  });
});
