// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../renderer/ui/toast-queue.ts';
import { giveSizes, show } from '../support/page.tsx';
import { saveNow, seeLocation } from '../support/page-parts.tsx';
import { openRealLibrary, type RealLibrary } from '../support/real-library.ts';

let library: RealLibrary;
const made = { mentor: '', learner: '', mentorship: '' };

beforeAll(async () => {
  giveSizes(900, 700);
  library = await openRealLibrary();
  const { client } = library;
  made.mentor = (await client.people.create({ fields: { name: 'Behrouz' } })).id;
  made.learner = (await client.people.create({ fields: { name: 'Maryam' } })).id;
  const topic = await client.topics.create({ fields: { name: 'Gland packing' } });
  made.mentorship = (
    await client.mentorships.create({
      fields: {
        title: 'Wet ends',
        mentorId: made.mentor,
        learnerIds: [made.learner],
        topicIds: [topic.id],
        state: 'active',
      },
    })
  ).id;
});
afterAll(() => library.close());
beforeEach(() => toasts.clear());
afterEach(cleanup);

const openRoom = async (path: string) => {
  const { SessionPage } = await import('../../renderer/features/sessions/session-page.tsx');
  const { SessionsPage } = await import('../../renderer/features/sessions/sessions-page.tsx');
  const { MentorshipPage } = await import('../../renderer/features/mentorships/mentorship-page.tsx');
  return show(
    <>
      <Routes>
        <Route path="sessions" element={<SessionsPage />} />
        <Route path="sessions/:id" element={<SessionPage />} />
        <Route path="mentorships/:id" element={<MentorshipPage />} />
        <Route path="*" element={<p>elsewhere</p>} />
      </Routes>
      <Here />
    </>,
    { path },
  );
};
function Here() {
  seeLocation(useLocation().pathname);
  return null;
}

const newSession = (fields: object = {}) =>
  library.client.sessions.create({ fields: { title: 'Packing a gland', ...fields } });

describe('the session room', () => {
  it('is made by one click in a mentorship, with its people and topics', async () => {
    await openRoom(`/mentorships/${made.mentorship}`);
    await userEvent.click(await screen.findByRole('button', { name: 'New session' }));
    await screen.findByRole('timer');
    const { items } = await library.client.sessions.list({ filter: { mentorshipId: made.mentorship } });
    expect(items).toHaveLength(1);
    expect(items[0]?.attendeeIds).toEqual([made.mentor, made.learner]);
    expect(items[0]?.topicIds).toHaveLength(1);
    expect(items[0]?.title).toContain('Wet ends');
    expect(items[0]?.plannedAt).not.toBeNull();
    await library.client.sessions.remove({ ids: [items[0]?.id ?? ''] });
  });

  it('starts, pauses and ends the clock, and only says so in words', async () => {
    const { id } = await newSession();
    await openRoom(`/sessions/${id}`);
    const timer = await screen.findByRole('timer', { name: 'Time in this session' });
    expect(timer.getAttribute('aria-live')).toBe('off');
    expect(timer.textContent).toBe('0:00');
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    await screen.findByRole('button', { name: 'Go on' });
    expect(screen.getByText('The clock is paused.')).toBeTruthy();
    expect((await library.client.sessions.get({ id })).state).toBe('paused');
    await userEvent.click(screen.getByRole('button', { name: 'End' }));
    await screen.findByRole('button', { name: 'Take up again' });
    const ended = await library.client.sessions.get({ id });
    expect(ended.state).toBe('ended');
    expect(ended.clockStartedAt).toBeNull();
  });

  it('saves the title, agenda and reflection by itself, also around the clock', async () => {
    const { id } = await newSession();
    await openRoom(`/sessions/${id}`);
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await userEvent.clear(title);
    await userEvent.paste('Sleeve and gland');
    await userEvent.click(screen.getByRole('textbox', { name: 'What do you want to talk about?' }));
    await userEvent.paste('Feel the sleeve\nSet the gland');
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    await screen.findByRole('button', { name: 'Pause' });
    await userEvent.click(screen.getByRole('textbox', { name: 'Looking back' }));
    await userEvent.paste('Hands first.');
    await saveNow();
    const saved = await library.client.sessions.get({ id });
    expect(saved.title).toBe('Sleeve and gland');
    expect(saved.agenda.map((item) => item.text)).toEqual(['Feel the sleeve', 'Set the gland']);
    expect(saved.reflection).toBe('Hands first.');
    expect(saved.state).toBe('running');
    expect(screen.queryByText('Somebody else changed this while you were writing')).toBeNull();
  });

  it('goes back to the old title when the box is left empty', async () => {
    const { id } = await newSession();
    await openRoom(`/sessions/${id}`);
    const title = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Title' });
    await userEvent.clear(title);
    await userEvent.tab();
    expect(title.value).toBe('Packing a gland');
    await saveNow();
    expect((await library.client.sessions.get({ id })).title).toBe('Packing a gland');
  });

  it('makes questions that know the session, its topics and who will have asked', async () => {
    const { id } = await newSession({ mentorshipId: made.mentorship });
    const { queries } = await openRoom(`/sessions/${id}`);
    await screen.findByRole('timer');
    await screen.findAllByRole('link', { name: /Wet ends/ });
    await waitFor(() => expect(queries.isFetching()).toBe(0));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'What was asked?' }),
      'How hot may it run?{Enter}',
    );
    await waitFor(async () =>
      expect((await library.client.questions.list({ filter: { sessionId: id } })).total).toBe(1),
    );
    await act(() => queries.invalidateQueries());
    const list = await screen.findByRole('list', { name: 'Questions raised' });
    expect(within(list).getByText('Open')).toBeTruthy();
    const { items } = await library.client.questions.list({ filter: { sessionId: id } });
    expect(items[0]).toMatchObject({ title: 'How hot may it run?', askerId: made.learner });
  });

  it('gives a question back to its line when it could not be kept', async () => {
    const { id } = await newSession();
    await openRoom(`/sessions/${id}`);
    const line = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What was asked?' });
    library.failOnce('questions.create', new Error('no'));
    await userEvent.type(line, 'Is it lost?{Enter}');
    await waitFor(() => expect(line.value).toBe('Is it lost?'));
    expect(toasts.list().some((toast) => toast.tone === 'bad')).toBe(true);
  });

  it('keeps what was agreed, with who', async () => {
    const { id } = await newSession();
    await openRoom(`/sessions/${id}`);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'What will be done next?' }),
      'Order rings{Enter}',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Who does “Order rings”' }));
    const box = await screen.findByRole('combobox', { name: 'Who' });
    await userEvent.type(box, 'Mary');
    await userEvent.click(await screen.findByRole('option', { name: /Maryam/ }));
    await screen.findByRole('button', { name: 'Who does “Order rings”: Maryam' });
    await saveNow();
    expect((await library.client.sessions.get({ id })).actions).toMatchObject([
      { text: 'Order rings', ownerId: made.learner, done: false },
    ]);
  });

  it('makes a note from its text, which keeps its place in the session', async () => {
    const notes = {
      version: 1 as const,
      blocks: [{ id: 'block-one', type: 'paragraph' as const, children: [{ text: 'The drip tells you.' }] }],
    };
    const { id } = await newSession({ notes, mentorshipId: made.mentorship });
    await openRoom(`/sessions/${id}`);
    await screen.findAllByRole('link', { name: /Wet ends/ });
    await userEvent.click(screen.getByRole('button', { name: 'Make a note from this' }));
    await screen.findByText('elsewhere');
    const { items } = await library.client.notes.list({ filter: { sessionId: id } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ title: 'Packing a gland', authorId: made.mentor });
    expect(items[0]?.excerpt).toContain('The drip tells you.');
  });

  it('goes to the bin with a way back', async () => {
    const { id } = await newSession();
    await openRoom(`/sessions/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move to bin' }));
    await waitFor(async () => expect((await library.client.sessions.get({ id })).deletedAt).not.toBeNull());
    await waitFor(() => expect(toasts.list().at(-1)?.action?.label).toBe('Undo'));
    act(() => toasts.list().at(-1)?.action?.run());
    await waitFor(async () => expect((await library.client.sessions.get({ id })).deletedAt).toBeNull());
  });

  it('can only be read while it is in the bin, and says how to get it back', async () => {
    const { id } = await newSession();
    await library.client.sessions.remove({ ids: [id] });
    await openRoom(`/sessions/${id}`);
    await screen.findByText('This is in the bin');
    expect(screen.queryByRole('textbox', { name: 'What was asked?' })).toBeNull();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Title' }).readOnly).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
    await waitFor(async () => expect((await library.client.sessions.get({ id })).deletedAt).toBeNull());
  });

  it('says so kindly when there is no such session', async () => {
    await openRoom('/sessions/01900000-0000-7000-8000-00000000dead');
    await screen.findByRole('heading', { name: 'This is no longer here' });
    cleanup();
    await openRoom('/sessions/nonsense');
    await screen.findByRole('heading', { name: 'This is no longer here' });
  });
});

describe('the list of sessions', () => {
  it('finds by people and words and says when nothing matches', async () => {
    await newSession({ title: 'Only with Maryam', attendeeIds: [made.learner] });
    await openRoom('/sessions');
    const box = await screen.findByRole('searchbox', { name: 'Find a session' });
    await userEvent.type(box, 'only maryam');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await userEvent.clear(box);
    await userEvent.type(box, 'zzz');
    await screen.findByText('No session matches');
  });
});
