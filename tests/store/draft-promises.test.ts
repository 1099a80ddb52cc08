import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Section } from '../../shared/domain/playbook.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { type ClockedCore, openClockedCore } from '../support/clocked-core.ts';
import { paragraphs } from '../support/rich-text-builders.ts';

// A draft that was acknowledged is there until its words are in a saved text, whatever is saved in between.

let test: ClockedCore;
let client: ClockedCore['client'];
beforeEach(async () => {
  test = await openClockedCore();
  ({ client } = test);
});
afterEach(() => test.close());

const said = (draft: { value: string } | null): string | null =>
  draft && plainText(JSON.parse(draft.value) as RichText);

describe('a draft of a note', () => {
  const makeNote = async () => {
    const { id } = await client.notes.create({ fields: { document: paragraphs('base') } });
    const place = { kind: 'note', recordId: id, field: 'document', writer: 'w' } as const;
    return {
      id,
      put: (text: string) =>
        client.drafts.put({ ...place, value: JSON.stringify(paragraphs(text)), baseVersion: 1 }),
      discard: (text: string) => client.drafts.discard({ ...place, value: JSON.stringify(paragraphs(text)) }),
      save: (expectedVersion: number, text: string) =>
        client.notes.save({ id, expectedVersion, fields: { document: paragraphs(text) }, writer: 'w' }),
      draft: async () => said(await client.drafts.get({ kind: 'note', recordId: id, field: 'document' })),
    };
  };

  it('that was typed while an older text was on its way to be saved outlives that save', async () => {
    const note = await makeNote();
    await note.put('typed');
    await note.put('typed, and on');
    await note.save(1, 'typed');
    expect(await note.draft()).toBe('typed, and on');
    await note.save(2, 'typed, and on');
    expect(await note.draft()).toBeNull();
  });

  it('goes when asked to, unless it says something else by then', async () => {
    const note = await makeNote();
    await note.put('typed, and on');
    await note.discard('typed');
    expect(await note.draft()).toBe('typed, and on');
    await note.discard('typed, and on');
    expect(await note.draft()).toBeNull();
  });

  it('comes with the text it was made from, once that is no longer the saved one', async () => {
    const note = await makeNote();
    await note.put('typed');
    const base = async () => {
      const draft = await client.drafts.get({ kind: 'note', recordId: note.id, field: 'document' });
      return draft?.base == null ? null : plainText(JSON.parse(draft.base) as RichText);
    };
    expect(await base()).toBeNull();
    test.minutes(60);
    await client.notes.save({ id: note.id, expectedVersion: 1, fields: { document: paragraphs('theirs') } });
    expect(await base()).toBe('base');
    expect(await note.draft()).toBe('typed');
  });

  it('is refused where the library has no such note: another library was opened in between', async () => {
    const note = await makeNote();
    const gone = '01900000-0000-7000-8000-00000000dead';
    const place = { kind: 'note', recordId: gone, field: 'document' } as const;
    await expect(client.drafts.put({ ...place, value: '{}', baseVersion: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await client.drafts.get(place)).toBeNull();
    expect(await note.draft()).toBeNull();
  });
});

describe('drafts of the steps of a playbook', () => {
  const sections = (...texts: string[]): Section[] => [
    {
      id: 'section-1',
      title: 'Do',
      steps: texts.map((text, at) => ({
        id: `step-${at}`,
        title: `Step ${at}`,
        document: paragraphs(text),
        reference: null,
      })),
    },
  ];
  const makePlaybook = async () => {
    let { id, version } = await client.playbooks.create({
      fields: { title: 'Boom drifts', sections: sections('one', 'two') },
    });
    const place = (part: string) => ({ kind: 'playbook', recordId: id, field: 'sections', part }) as const;
    return {
      id,
      put: (part: string, text: string, writer = 'w') =>
        client.drafts.put({
          ...place(part),
          writer,
          value: JSON.stringify(paragraphs(text)),
          baseVersion: version,
        }),
      save: async (fields: { sections?: Section[]; title?: string }) => {
        ({ version } = await client.playbooks.save({ id, expectedVersion: version, fields, writer: 'w' }));
      },
      draft: async (part: string) => said(await client.drafts.get(place(part))),
    };
  };

  it('stand beside each other, and a save settles only what it saves', async () => {
    const playbook = await makePlaybook();
    await playbook.put('step-0', 'one, longer');
    await playbook.put('step-1', 'two, longer');
    await playbook.put('step-1', 'from the other window', 'x');
    expect((await client.drafts.list({})).length).toBe(1);
    await playbook.save({ sections: sections('one, longer', 'two') });
    expect(await playbook.draft('step-0')).toBeNull();
    test.minutes(1);
    await playbook.put('step-1', 'two, longer still');
    expect(await playbook.draft('step-1')).toBe('two, longer still');
    await playbook.save({ title: 'Boom drifts in the cold' });
    expect(await playbook.draft('step-1')).toBe('two, longer still');
    await playbook.save({ sections: sections('one, longer', 'two, longer still') });
    expect(await playbook.draft('step-1')).toBe('from the other window');
  });

  it('stay when their step is taken out with words in them that were never saved', async () => {
    const playbook = await makePlaybook();
    await playbook.put('step-0', 'one, and what nobody has saved');
    await playbook.save({ sections: sections() });
    expect(await playbook.draft('step-0')).toBe('one, and what nobody has saved');
  });
});
