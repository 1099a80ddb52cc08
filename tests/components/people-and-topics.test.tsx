// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../renderer/i18n/index.ts';
import { toasts } from '../../renderer/ui/toast-queue.ts';
import { libraryOfFile } from '../support/file-library.ts';
import { show } from '../support/page.tsx';
import { saveNow } from '../support/page-parts.tsx';

const library = libraryOfFile();

const open = async (path: string, language: Language = 'en') => {
  const { PeoplePage, NobodyChosen } = await import('../../renderer/features/people/people-page.tsx');
  const { PersonPage } = await import('../../renderer/features/people/person-page.tsx');
  const { TopicsPage, NoTopicChosen } = await import('../../renderer/features/topics/topics-page.tsx');
  const { TopicPage } = await import('../../renderer/features/topics/topic-page.tsx');
  const { MentorshipsPage } = await import('../../renderer/features/mentorships/mentorships-page.tsx');
  const { MentorshipPage } = await import('../../renderer/features/mentorships/mentorship-page.tsx');
  return show(
    <Routes>
      <Route path="people" element={<PeoplePage />}>
        <Route index element={<NobodyChosen />} />
        <Route path=":id" element={<PersonPage />} />
      </Route>
      <Route path="topics" element={<TopicsPage />}>
        <Route index element={<NoTopicChosen />} />
        <Route path=":id" element={<TopicPage />} />
      </Route>
      <Route path="mentorships" element={<MentorshipsPage />} />
      <Route path="mentorships/:id" element={<MentorshipPage />} />
    </Routes>,
    { path, language },
  );
};

describe('people', () => {
  it('shows who is leaving, soonest first', async () => {
    const { client } = library;
    await client.people.create({ fields: { name: 'Stays', role: 'Fitter' } });
    await client.people.create({ fields: { name: 'Leaves later', lastDay: '2099-12-01' } });
    await client.people.create({ fields: { name: 'Leaves soon', lastDay: '2099-01-01' } });
    await open('/people?show=leaving');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    const rows = screen.getAllByRole('option').map((row) => row.textContent);
    expect(rows[0]).toContain('Leaves soon');
    expect(rows[1]).toContain('Leaves later');
    await userEvent.click(screen.getByRole('radio', { name: 'Everyone' }));
    await screen.findByRole('option', { name: /Stays/ });
  });

  it('makes one from the menu, once, with the name ready to be typed', async () => {
    const before = (await library.client.people.list({})).total;
    await open('/people?new');
    const name = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Name' });
    expect(document.activeElement).toBe(name);
    await userEvent.clear(name);
    await userEvent.paste('بهروز سروندی');
    await saveNow();
    const { items, total } = await library.client.people.list({ sort: 'updatedAt', descending: true });
    expect(total).toBe(before + 1);
    expect(items.some((person) => person.name === 'بهروز سروندی')).toBe(true);
  });

  it('keeps what somebody knows: topic, how well, how we know; removed with a way back', async () => {
    const { client } = library;
    const topic = await client.topics.create({ fields: { name: 'Wear rings' } });
    const { id } = await client.people.create({
      fields: { name: 'Nara', expertise: [{ topicId: topic.id, level: 3, evidence: '' }] },
    });
    await open(`/people/${id}`);
    const evidence = await screen.findByRole('textbox', { name: 'How we know: Wear rings' });
    fireEvent.change(evidence, { target: { value: 'Fitted forty' } });
    await userEvent.click(screen.getByRole('button', { name: /How well: Wear rings/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'The one others ask' }));
    await saveNow();
    expect((await client.people.get({ id })).expertise).toEqual([
      { topicId: topic.id, level: 5, evidence: 'Fitted forty' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Wear rings' }));
    await saveNow();
    expect((await client.people.get({ id })).expertise).toEqual([]);
    act(() => toasts.list().at(-1)?.action?.run());
    await saveNow();
    expect((await client.people.get({ id })).expertise).toHaveLength(1);
  });

  it('shows what they have passed on, and offers a mentorship where there is nothing', async () => {
    const { client } = library;
    const quiet = await client.people.create({ fields: { name: 'Quiet' } });
    const teller = await client.people.create({ fields: { name: 'Teller' } });
    await client.notes.create({ fields: { title: 'The drip tells you', authorId: teller.id } });
    await open(`/people/${teller.id}`);
    await screen.findByRole('link', { name: 'The drip tells you' });
    cleanup();
    await open(`/people/${quiet.id}`);
    const link = await screen.findByRole('link', { name: 'Plan a mentorship' });
    expect(link.getAttribute('href')).toContain(`mentor=${quiet.id}`);
  });
});

describe('topics', () => {
  it('is a tree one can walk with the keys', async () => {
    const { client } = library;
    const parent = await client.topics.create({ fields: { name: 'Sealing', position: -2 } });
    await client.topics.create({ fields: { name: 'Seal faces', parentId: parent.id } });
    await open('/topics');
    const tree = await screen.findByRole('treegrid', { name: 'Topics' });
    const row = within(tree).getByRole('row', { name: 'Sealing' });
    await within(tree).findByRole('row', { name: 'Seal faces' });
    act(() => row.focus());
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(within(tree).queryByRole('row', { name: 'Seal faces' })).toBeNull());
    await userEvent.keyboard('{ArrowRight}');
    await within(tree).findByRole('row', { name: 'Seal faces' });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Seal faces' });
  });

  it('finds a topic by a name in another language and opens what leads to it', async () => {
    const { client } = library;
    const parent = await client.topics.create({ fields: { name: 'Hydraulics' } });
    await client.topics.create({
      fields: { name: 'Cavitation', parentId: parent.id, names: [{ language: 'zh', name: '空化' }] },
    });
    await open('/topics');
    await userEvent.click(await screen.findByRole('searchbox', { name: 'Find a topic' }));
    await userEvent.paste('空化');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-label'))).toEqual([
      'Hydraulics',
      'Cavitation',
    ]);
  });

  it('edits the name the reader sees and leaves the others alone', async () => {
    const { client } = library;
    const { id } = await client.topics.create({
      fields: { name: 'Packing', names: [{ language: 'fa', name: 'پکینگ' }] },
    });
    await open(`/topics/${id}`, 'fa');
    const name = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'نام' });
    expect(name.value).toBe('پکینگ');
    fireEvent.change(name, { target: { value: 'پکینگ گلند' } });
    await saveNow();
    const saved = await client.topics.get({ id });
    expect(saved.name).toBe('Packing');
    expect(saved.names).toEqual([{ language: 'fa', name: 'پکینگ گلند' }]);
  });

  it('moves under another topic, never under itself or what is inside it', async () => {
    const { client } = library;
    const target = await client.topics.create({ fields: { name: 'Target shelf' } });
    const moving = await client.topics.create({ fields: { name: 'Moving shelf' } });
    await client.topics.create({ fields: { name: 'Inner shelf', parentId: moving.id } });
    await open(`/topics/${moving.id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move to…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('combobox', { name: 'Put it inside' }));
    await userEvent.paste('shelf');
    const options = (await screen.findAllByRole('option')).map((option) => option.textContent);
    expect(options.join()).toContain('Target shelf');
    expect(options.join()).not.toMatch(/Moving shelf|Inner shelf/);
    await userEvent.click(screen.getByRole('option', { name: 'Target shelf' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    await saveNow();
    expect((await client.topics.get({ id: moving.id })).parentId).toBe(target.id);
  });

  it('leads to its export', async () => {
    const { id } = await library.client.topics.create({ fields: { name: 'Give away' } });
    await open(`/topics/${id}`);
    const link = await screen.findByRole('link', { name: 'Export this topic' });
    expect(link.getAttribute('href')).toBe(`/packages/export?topic=${id}`);
  });
});

describe('mentorships', () => {
  it('is planned from a person, who is its mentor', async () => {
    const { client } = library;
    const { id } = await client.people.create({ fields: { name: 'Wen' } });
    await open(`/mentorships?new&mentor=${id}`);
    await screen.findByRole('textbox', { name: 'Title' });
    const { items } = await client.mentorships.list({ filter: { personId: id } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ title: 'Learning from Wen', mentorId: id, state: 'planned' });
  });

  it('ticks a goal and says that an end before the start cannot be', async () => {
    const { client } = library;
    const { id } = await client.mentorships.create({
      fields: {
        title: 'Glands',
        goals: [{ id: 'g1', text: 'Packs alone', done: false }],
        startDay: '2026-05-01',
        endDay: '2026-04-01',
      },
    });
    await open(`/mentorships/${id}`);
    await screen.findByText('The end is before the start.');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Done: Packs alone' }));
    await screen.findByText('1 of 1');
    await saveNow();
    expect((await client.mentorships.get({ id })).goals).toEqual([
      { id: 'g1', text: 'Packs alone', done: true },
    ]);
  });

  it('groups by state', async () => {
    await library.client.mentorships.create({ fields: { title: 'Old one', state: 'finished' } });
    await library.client.mentorships.create({ fields: { title: 'Zealous', state: 'active' } });
    await open('/mentorships');
    await screen.findByRole('option', { name: /Zealous/ });
    const rows = screen.getAllByRole('option').map((row) => row.textContent ?? '');
    expect(rows[0]).toContain('Zealous');
    expect(rows.at(-1)).toContain('Old one');
    expect(screen.getByText('Under way')).toBeTruthy();
  });
});
