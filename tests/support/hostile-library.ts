// A library in which every text a person can write is one that would run if a page took it for markup.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { XSS } from '../fixtures/naughty.ts';
import { clientOf, openQuietCore } from './test-core.ts';

export interface HostileLibrary {
  readonly stateDir: string;
  readonly libraryDir: string;
  /** Addresses of pages with these texts on them: the lists, and the page of each record. */
  readonly paths: readonly string[];
  /** The notes, one for each text of `XSS`, in its order. */
  readonly notes: readonly string[];
  remove(): void;
}

/** Every text, as a paragraph, a heading, code, the words of a link and the name of a mention. */
function hostileDocument(texts: readonly string[], mentionId: string | null): RichText {
  let at = 0;
  const id = (): string => `hostile-${++at}`;
  return {
    version: 1,
    blocks: texts.flatMap((text): Block[] => [
      { id: id(), type: 'heading', level: 2, children: [{ text }] },
      {
        id: id(),
        type: 'paragraph',
        children: [
          { text, bold: true },
          ...(mentionId
            ? [
                {
                  type: 'mention' as const,
                  kind: 'note' as const,
                  id: mentionId,
                  label: text,
                  children: [] as const,
                },
              ]
            : []),
          { text: ' ' },
          { type: 'link', url: 'https://example.invalid/', children: [{ text }] },
        ] as never,
      },
      { id: id(), type: 'code', language: text.slice(0, 40), children: [{ text }] },
    ]),
  };
}

/** Makes it. Takes some seconds: hundreds of records, each saved as the app saves it. */
export async function hostileLibrary(): Promise<HostileLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-hostile-'));
  const stateDir = join(folder, 'state');
  const libraryDir = join(folder, 'library');
  mkdirSync(stateDir);
  const core = await openQuietCore(stateDir);
  const client = clientOf(core);
  const any = XSS[9] as string;
  await client.library.create({ folder: libraryDir, name: any, language: 'en', meName: XSS[7] as string });
  const paths: string[] = [];
  const notes: string[] = [];
  const tags = XSS.filter((text) => text.length <= 60 && !/[\n\t\u0001]/.test(text)).slice(0, 12);
  const topic = await client.topics.create({ fields: { name: any, about: any, synonyms: [any] } });
  paths.push(`/topics/${topic.id}`);
  for (const [at, text] of XSS.entries()) {
    const note = await client.notes.create({
      fields: {
        title: text,
        document: hostileDocument([text], notes[0] ?? null),
        tags,
        topicIds: at === 0 ? [topic.id] : [],
        language: 'en',
      },
    });
    notes.push(note.id);
    paths.push(`/notes/${note.id}`);
  }
  const all = hostileDocument(XSS, notes[0] ?? null);
  const person = await client.people.create({
    fields: { name: any, role: any, team: any, contact: any, about: XSS.join('\n'), tags },
  });
  const mentorship = await client.mentorships.create({
    fields: {
      title: any,
      mentorId: person.id,
      learnerIds: [person.id],
      goals: [{ id: 'goal-1', text: any, done: false }],
      agreement: XSS.join('\n'),
      cadence: any,
      tags,
    },
  });
  const session = await client.sessions.create({
    fields: {
      title: any,
      mentorshipId: mentorship.id,
      place: any,
      guide: any,
      agenda: [{ id: 'agenda-1', text: any, done: false }],
      notes: all,
      actions: [{ id: 'action-1', text: any, ownerId: person.id, due: any, done: false }],
      reflection: any,
      attendeeIds: [person.id],
      tags,
    },
  });
  const question = await client.questions.create({
    fields: { title: any, document: hostileDocument([any], null), askerId: person.id, tags },
  });
  const answer = await client.answers.create({
    fields: { questionId: question.id, document: all, authorId: person.id },
  });
  const customer = await client.customers.create({
    fields: {
      name: any,
      about: XSS.join('\n'),
      environment: any,
      preferences: [{ area: 'support', text: any }],
      contacts: [{ name: any, role: any, contact: 'javascript:window.__pwned=1' }],
      tags,
    },
  });
  const kase = await client.cases.create({
    fields: {
      source: any,
      externalKey: any,
      title: any,
      customerId: customer.id,
      customerName: any,
      product: any,
      status: any,
      priority: any,
      channel: any,
      description: XSS.join('\n'),
      resolution: XSS.join('\n'),
      fields: XSS.map((text) => ({ name: text, value: text })),
      timeline: [{ at: any, who: any, text: any }],
      tags,
    },
  });
  const playbook = await client.playbooks.create({
    fields: {
      title: any,
      summary: any,
      prerequisites: [any],
      tags,
      sections: [
        {
          id: 'section-1',
          title: any,
          steps: [
            { id: 'step-1', title: any, document: all, reference: null },
            {
              id: 'step-2',
              title: any,
              document: hostileDocument([any], null),
              reference: { kind: 'answer', id: answer.id, title: any },
            },
          ],
        },
      ],
    },
  });
  await client.links.create({
    fields: { fromKind: 'note', fromId: notes[0] as string, toKind: 'case', toId: kase.id, note: any },
  });
  await core.close();
  writeFileSync(
    join(stateDir, 'settings.json'),
    JSON.stringify({ settings: { language: 'en' }, recent: [] }),
  );
  paths.push(
    '/',
    '/people',
    `/people/${person.id}`,
    '/mentorships',
    `/mentorships/${mentorship.id}`,
    '/sessions',
    `/sessions/${session.id}`,
    '/notes',
    '/questions',
    `/questions/${question.id}`,
    '/cases',
    `/cases/${kase.id}`,
    '/customers',
    `/customers/${customer.id}`,
    '/playbooks',
    `/playbooks/${playbook.id}`,
    `/playbooks/${playbook.id}/read`,
    '/topics',
    '/packages',
    `/packages/export?playbook=${playbook.id}`,
    '/settings',
    '/bin',
    ...XSS.filter((_, at) => at % 6 === 0).map((text) => `/search?q=${encodeURIComponent(text)}`),
    `/${encodeURIComponent(any)}`,
  );
  return {
    stateDir,
    libraryDir,
    paths,
    notes,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
