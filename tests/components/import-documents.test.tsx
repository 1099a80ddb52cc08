// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  commonFolder,
  kindOfPick,
  partsOf,
  toParcels,
} from '../../renderer/features/notes/import/parcels.ts';
import type { PickedFile } from '../../renderer/widgets/picked-files.ts';
import { filesOfInput } from '../../renderer/widgets/picked-files.ts';
import errors from '../../shared/i18n/messages/en/errors.json' with { type: 'json' };
import { libraryOfFile } from '../support/file-library.ts';
import { show } from '../support/page.tsx';

const library = libraryOfFile();
beforeAll(() => {
  window.matchMedia ??= (() => ({ matches: true })) as unknown as typeof window.matchMedia;
});

const open = async () => {
  const { ImportPage } = await import('../../renderer/features/notes/import/import-page.tsx');
  return show(
    <Routes>
      <Route path="notes/import" element={<ImportPage />} />
      <Route path="*" element={null} />
    </Routes>,
    { path: '/notes/import' },
  );
};
type Shown = Awaited<ReturnType<typeof open>>;

/** A file as a dialog for folders gives it. */
const inFolder = (path: string, text: string): File => {
  const file = new File([text], path.slice(path.lastIndexOf('/') + 1));
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
};
const give = ({ container }: Shown, input: 'files' | 'folder', ...files: readonly File[]): void => {
  const inputs = container.querySelectorAll('input[type=file]');
  fireEvent.change(inputs[input === 'files' ? 0 : 1]!, { target: { files } });
};
/** Waits as a page does that hears of each step of a job; the fake tells of none. */
const until = async ({ queries }: Shown, seen: () => unknown): Promise<void> =>
  waitFor(
    async () => {
      await queries.invalidateQueries();
      seen();
    },
    { timeout: 60_000 },
  );
const countOf = (label: string): string =>
  within(screen.getAllByText(label)[0]!.parentElement!).getByRole('definition').textContent ?? '';

describe('importing documents', () => {
  it('shows what would happen, then does it, and knows the folder again', async () => {
    const page = await open();
    const files = [
      inFolder('Vault/one.md', 'See [[two]] and [[nobody]].'),
      inFolder('Vault/sub/two.md', '# Second\n\nwords'),
      inFolder('Vault/bad.docx', 'no zip'),
      inFolder('Vault/spare.png', 'x'),
      inFolder('Vault/.obsidian/app.json', '{}'),
    ];
    give(page, 'folder', ...files);
    await until(page, () => screen.getByRole('button', { name: 'Import 2 notes' }));
    expect([countOf('New'), countOf('Updated'), countOf('Not taken')]).toEqual(['2', '0', '1']);
    expect(screen.getByText('1 leads to its note')).toBeTruthy();
    expect(screen.getByText('1 leads to a note that is not there and stays as words')).toBeTruthy();
    expect(screen.getByText('1 file is shown nowhere and stays where it is')).toBeTruthy();
    const row = screen.getByRole('row', { name: /bad\.docx/ });
    expect(row.textContent).toContain('It cannot be read');
    expect((await library.client.notes.list({})).total).toBe(0);
    expect(screen.getByLabelText('Where do these come from?')).toHaveProperty('value', 'Vault');

    await userEvent.click(screen.getByRole('button', { name: 'Import 2 notes' }));
    await until(page, () => screen.getByText('2 notes are in your library'));
    const { items } = await library.client.notes.list({});
    expect(items.map((note) => [note.title, note.source, note.externalId]).sort()).toEqual([
      ['Second', 'Vault', 'sub/two.md'],
      ['one', 'Vault', 'one.md'],
    ]);

    await userEvent.click(screen.getByRole('button', { name: 'Import something else' }));
    give(page, 'folder', ...files.slice(0, 2));
    await until(page, () => screen.getByText('Everything in there is already in your library.'));
  });

  it('names a note of the library that a file says it is, and says of a newer file that it is newer', async () => {
    const [note] = (await library.client.notes.list({})).items.filter(({ title }) => title === 'Second');
    const whole = await library.client.notes.get({ id: note!.id });
    const file = `---\nheirloom: "note/${whole.id}"\ntitle: "Second"\nupdated: "${whole.updatedAt}"\n---\n\nother words\n`;
    const page = await open();
    give(page, 'files', new File([file], 'any name.md'));
    await until(page, () => screen.getByRole('button', { name: 'Import 1 note' }));
    expect(screen.getByText('1 note of yours is changed by a file that was exported from it')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Notes of yours that change' }));
    expect(screen.getByText('Second')).toBeTruthy();

    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    const newer = '{"format": "heirloom-documents", "formatVersion": 99}';
    give(page, 'files', new File([newer], 'documents.json'));
    await until(page, () => screen.getByText('None of it can be taken.'));
    expect(screen.getByText('A newer Heirloom wrote it. Update this one to read it.')).toBeTruthy();
  });

  it('says in words that nothing in there can become a note', async () => {
    const page = await open();
    give(page, 'files', new File(['x'], 'film.mp4'));
    expect(await screen.findByText('There is nothing in there that could become a note.')).toBeTruthy();
    library.failOnce('imports.startNotes', new Error('disk on fire'));
    give(page, 'files', new File(['x'], 'a.md'));
    await waitFor(() => expect(document.body.textContent).toContain(errors['UNKNOWN.what']));
    expect(screen.getByRole('button', { name: 'Choose a folder' })).toBeTruthy();
  });

  it('makes questions of a table, with columns that can be changed', async () => {
    const page = await open();
    give(page, 'files', new File(['Frage,Antwort,Question\nx,Because,Why?\n'], 'faq.csv'));
    await until(page, () => screen.getByRole('button', { name: 'See what would happen' }));
    await userEvent.click(screen.getByRole('button', { name: /What “Antwort” is/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Answer' }));
    await userEvent.click(screen.getByRole('button', { name: 'See what would happen' }));
    await until(page, () => screen.getByRole('button', { name: 'Import 1 question' }));
    expect(screen.getByText('1 new answer')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Import 1 question' }));
    await until(page, () => screen.getByText('1 question is in your library'));
    const { items } = await library.client.questions.list({});
    expect(items.map((one) => [one.title, one.answerCount])).toEqual([['Why?', 1]]);
  });
});

describe('files on their way', () => {
  const picked = (path: string, size: number): PickedFile => ({
    path,
    file: new File(['x'.repeat(size)], path),
  });

  it('are put end to end, and none is cut', () => {
    const files = [picked('V/a', 3), picked('V/b', 4), picked('V/c', 5)];
    const parcels = toParcels(files, 8);
    expect(parcels.map((one) => one.files.length)).toEqual([2, 1]);
    expect(partsOf(parcels[0]!, 'u', 2)).toEqual([
      { uploadId: 'u', path: 'a', part: { from: 0, bytes: 3 } },
      { uploadId: 'u', path: 'b', part: { from: 3, bytes: 4 } },
    ]);
    expect([commonFolder(files), commonFolder([picked('a', 1), picked('V/b', 1)])]).toEqual(['V/', '']);
  });

  it('are told apart by what they can become', () => {
    const kind = (...names: readonly string[]) => kindOfPick(names.map((name) => picked(name, 1)));
    expect(kind('out/documents.json', 'out/attachments/a.png')).toBe('documents');
    expect(kind('out/settings.json', 'out/a.png')).toBe('nothing');
    expect([kind('a.MD'), kind('x.png', 'a.docx'), kind('v.zip')]).toEqual([
      'documents',
      'documents',
      'documents',
    ]);
    expect([kind('a.csv'), kind('a.csv', 'b.tsv')]).toEqual(['tables', 'tables']);
    expect([kind('a.csv', 'b.md'), kind('a.png'), kind()]).toEqual(['documents', 'nothing', 'nothing']);
    expect(
      filesOfInput([inFolder('V/.git/x.md', ''), inFolder('V/~$a.docx', ''), inFolder('V/a.md', '')]),
    ).toHaveLength(1);
  });
});
