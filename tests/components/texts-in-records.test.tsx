// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Playbook, Section } from '../../shared/domain/playbook.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { libraryOfFile } from '../support/file-library.ts';
import { show } from '../support/page.tsx';
import { paragraphs } from '../support/rich-text-builders.ts';

// Texts that are saved together with others of their record: the steps of a playbook, a note's text beside its title. What
// is typed in one never costs a word in the other, whoever saves what in between.

const library = libraryOfFile(320, 600);

type Form = import('../../renderer/widgets/record-form.ts').RecordForm<'playbooks'>;
type TextPlace = import('../../renderer/widgets/text-in-record.ts').TextPlace;
type Text = import('../../renderer/widgets/use-record-text.ts').RecordText;
interface Desk {
  readonly form: () => Form;
  readonly text: (part: string) => Text;
  readonly type: (part: string, text: string) => void;
  readonly queries: QueryClient;
  readonly unmount: () => void;
}

/** A page with all texts of a record, without the editor: what would be typed is handed in. */
async function sitDown(noun: 'playbooks' | 'notes', id: string): Promise<Desk> {
  const { useRecordForm } = await import('../../renderer/widgets/record-form.ts');
  const { useRecordText } = await import('../../renderer/widgets/use-record-text.ts');
  const texts = new Map<string, Text>();
  let form: Form | undefined;
  const places = new Map<string, TextPlace>();
  const place = (part: string): TextPlace => {
    const known = places.get(part);
    if (known) return known;
    const made: TextPlace =
      noun === 'notes'
        ? { kind: 'note', recordId: id, field: 'document', part }
        : { kind: 'playbook', recordId: id, field: 'sections', part };
    places.set(part, made);
    return made;
  };
  function One({ part, saved, of }: { readonly part: string; readonly saved: RichText; readonly of: Form }) {
    texts.set(part, useRecordText({ form: of, saved, place: place(part), left: undefined }));
    return null;
  }
  function Page() {
    const made = useRecordForm(noun, id) as unknown as Form;
    form = made;
    const record = made.record as { document?: RichText; sections?: readonly Section[] } | undefined;
    if (record?.document) return <One part="" saved={record.document} of={made} />;
    return record?.sections?.map((section) =>
      section.steps.map((step) => <One key={step.id} part={step.id} saved={step.document} of={made} />),
    );
  }
  const { queries, unmount } = await show(<Page />);
  await waitFor(() => expect(texts.size).toBeGreaterThan(0));
  const text = (part: string): Text => texts.get(part) as Text;
  return {
    form: () => form as Form,
    text,
    type: (part, words) => act(() => text(part).text.onChange(paragraphs(words))),
    queries,
    unmount,
  };
}

const step = (id: string, text: string) => ({
  id,
  title: id,
  document: paragraphs(text),
  reference: null,
});
const sections = (...steps: ReturnType<typeof step>[]): Section[] => [
  { id: 'section-1', title: 'Do', steps },
];
const makePlaybook = () =>
  library.client.playbooks.create({
    fields: { title: 'Boom drifts', sections: sections(step('step-a', 'one'), step('step-b', 'two')) },
  });
const read = async (id: string): Promise<string[]> => {
  const playbook: Playbook = await library.client.playbooks.get({ id });
  return playbook.sections.flatMap((section) =>
    section.steps.map((one) => `${one.title}: ${plainText(one.document)}`),
  );
};
const draftOf = async (id: string, part: string): Promise<string | null> => {
  const draft = await library.client.drafts.get({ kind: 'playbook', recordId: id, field: 'sections', part });
  return draft && plainText(JSON.parse(draft.value) as RichText);
};
const publish = (desk: Desk, part: string) => act(() => desk.text(part).publish());

describe('the steps of a playbook', () => {
  it('are drafts on disk before anything is saved, and settle one by one', async () => {
    const { id } = await makePlaybook();
    const desk = await sitDown('playbooks', id);
    desk.type('step-a', 'one, longer');
    desk.type('step-b', 'two, longer');
    await waitFor(async () => expect(await draftOf(id, 'step-b')).toBe('two, longer'));
    expect(await draftOf(id, 'step-a')).toBe('one, longer');
    expect(await read(id)).toEqual(['step-a: one', 'step-b: two']);
    await publish(desk, 'step-a');
    expect(await read(id)).toEqual(['step-a: one, longer', 'step-b: two']);
    expect(await draftOf(id, 'step-a')).toBeNull();
    expect(await draftOf(id, 'step-b')).toBe('two, longer');
  });

  it('show a conflict in the step it is in', async () => {
    const { id, version } = await makePlaybook();
    const desk = await sitDown('playbooks', id);
    desk.type('step-a', 'one, mine');
    desk.type('step-b', 'two, mine');
    await library.client.playbooks.save({
      id,
      expectedVersion: version,
      fields: { sections: sections(step('step-a', 'one, theirs'), step('step-b', 'two, theirs')) },
    });
    // Both steps at once: the form saves them together, and each is told of its own.
    await act(() => Promise.all([desk.text('step-a').publish(), desk.text('step-b').publish()]));
    expect(await read(id)).toEqual(['step-a: one, mine\none, theirs', 'step-b: two, mine\ntwo, theirs']);
    for (const part of ['step-a', 'step-b']) {
      expect(desk.text(part).text.conflicts).toHaveLength(1);
      await waitFor(async () => expect(await draftOf(id, part)).toBeNull());
    }
    const [conflict] = desk.text('step-b').text.conflicts;
    if (conflict) act(() => desk.text('step-b').text.settle(conflict, 'mine'));
    await publish(desk, 'step-b');
    expect(await read(id)).toEqual(['step-a: one, mine\none, theirs', 'step-b: two, mine']);
  });

  it('stay when another window takes out the one being written in', async () => {
    const { id, version } = await makePlaybook();
    const desk = await sitDown('playbooks', id);
    desk.type('step-a', 'one, and what nobody has saved');
    await library.client.playbooks.save({
      id,
      expectedVersion: version,
      fields: { sections: sections(step('step-b', 'two, theirs')) },
    });
    await act(() => desk.queries.invalidateQueries());
    await waitFor(async () =>
      expect(await read(id)).toEqual(['step-a: one, and what nobody has saved', 'step-b: two, theirs']),
    );
  });

  it('go when they are taken out here, their last words in the history', async () => {
    const { id } = await makePlaybook();
    const desk = await sitDown('playbooks', id);
    desk.type('step-a', 'one, and its last words');
    const { saveBeforeClose } = await import('../../renderer/client/index.ts');
    await act(() => saveBeforeClose());
    act(() => desk.form().set({ sections: sections(step('step-b', 'two')) }));
    await act(() => desk.form().flush());
    desk.unmount();
    await act(() => saveBeforeClose());
    expect(await read(id)).toEqual(['step-b: two']);
    const revisions = await library.client.revisions.list({ kind: 'playbook', recordId: id, limit: 9 });
    const before = await library.client.revisions.get({ id: revisions[1]?.id ?? '' });
    expect(before.record).toContain('one, and its last words');
  });

  it('are saved with a title typed a moment before, not in its place', async () => {
    const { id } = await makePlaybook();
    const desk = await sitDown('playbooks', id);
    act(() =>
      desk
        .form()
        .set({ sections: sections({ ...step('step-a', 'one'), title: 'Warm up' }, step('step-b', 'two')) }),
    );
    desk.type('step-a', 'one, longer');
    await publish(desk, 'step-a');
    expect(await read(id)).toEqual(['Warm up: one, longer', 'step-b: two']);
  });

  it('are saved when the page is left', async () => {
    const { id } = await makePlaybook();
    const desk = await sitDown('playbooks', id);
    desk.type('step-b', 'two, longer');
    desk.unmount();
    await waitFor(async () => expect(await read(id)).toEqual(['step-a: one', 'step-b: two, longer']));
    await waitFor(async () => expect(await draftOf(id, 'step-b')).toBeNull());
  });
});

describe('a text beside a title that two windows gave', () => {
  it('loses nothing while nobody has chosen the title', async () => {
    const { id, version } = await library.client.notes.create({
      fields: { title: 'Boom', document: paragraphs('base') },
    });
    const text = async () => plainText((await library.client.notes.get({ id })).document);
    const desk = await sitDown('notes', id);
    act(() => desk.form().set({ title: 'Boom, mine' }));
    await library.client.notes.save({ id, expectedVersion: version, fields: { title: 'Boom, theirs' } });
    desk.type('', 'base, first words');
    await publish(desk, '');
    expect(desk.form().conflict?.fields).toEqual(['title']);
    desk.type('', 'base, first words, and second words');
    await publish(desk, '');
    expect(plainText(desk.text('').text.document)).toBe('base, first words, and second words');
    act(() => desk.form().settle('theirs'));
    await act(() => desk.form().flush());
    await waitFor(async () => expect(await text()).toBe('base, first words, and second words'));
    expect(plainText(desk.text('').text.document)).toBe('base, first words, and second words');
    expect(desk.text('').text.conflicts).toEqual([]);
  });

  it('is not told twice where a save failed and the form made good for it', async () => {
    const { id } = await library.client.notes.create({ fields: { document: paragraphs('base') } });
    const desk = await sitDown('notes', id);
    desk.type('', 'base, first words');
    library.failOnce('notes.save', new Error('for a moment'));
    await publish(desk, '');
    desk.type('', 'base, first words, and second words');
    await act(() => desk.form().flush());
    await act(() => desk.queries.invalidateQueries());
    await act(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
    await publish(desk, '');
    expect(desk.text('').text.conflicts).toEqual([]);
    expect(plainText((await library.client.notes.get({ id })).document)).toBe(
      'base, first words, and second words',
    );
  });
});
