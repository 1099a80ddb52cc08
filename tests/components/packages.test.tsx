// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { PackagePreview } from '../../shared/contract/imports.ts';
import { libraryOfFile } from '../support/file-library.ts';
import { show } from '../support/page.tsx';

const library = libraryOfFile();

const open = async (path: string) => {
  const { PackagesPage } = await import('../../renderer/features/packages/packages-page.tsx');
  const { ExportPage } = await import('../../renderer/features/packages/export-page.tsx');
  const { ImportPage } = await import('../../renderer/features/packages/import-page.tsx');
  return show(
    <Routes>
      <Route path="packages" element={<PackagesPage />} />
      <Route path="packages/export" element={<ExportPage />} />
      <Route path="packages/import" element={<ImportPage />} />
    </Routes>,
    { path },
  );
};

describe('making a package', () => {
  it('shows what goes and what stays before anything is written', async () => {
    const { client } = library;
    await client.notes.create({ fields: { title: 'For the team', audience: 'team' } });
    await client.notes.create({ fields: { title: 'For me alone', audience: 'private' } });
    await open('/packages/export?all');
    await screen.findByText('Meant for a closer circle');
    await userEvent.click(screen.getByRole('button', { name: /Meant for a closer circle/ }));
    expect(screen.getByText('For me alone')).toBeTruthy();
    const write = screen.getByRole<HTMLButtonElement>('button', { name: 'Write the package' });
    await waitFor(() => expect(write.disabled).toBe(false));
    expect(await client.exports.log({})).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: /Customers/ }));
    await screen.findByText(/Nothing would go in/);
    expect(write.disabled).toBe(true);
  });

  it('asks which topic, and cannot be started before', async () => {
    await library.client.topics.create({ fields: { name: 'Seals' } });
    await open('/packages/export');
    await userEvent.click(await screen.findByRole('radio', { name: /A topic/ }));
    const write = screen.getByRole<HTMLButtonElement>('button', { name: 'Write the package' });
    expect(write.disabled).toBe(true);
    await userEvent.click(await screen.findByRole('combobox', { name: 'Which topic?' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Seals' }));
    await waitFor(() => expect(write.disabled).toBe(false));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Title of the package/ }).value).toBe(
      'Seals',
    );
  });
});

const give = (container: HTMLElement, file: File): void => {
  const input = container.querySelector('input[type=file]');
  if (!input) throw new Error('There is no place for a file.');
  fireEvent.change(input, { target: { files: [file] } });
};

describe('bringing in a package', () => {
  it('says in words what is wrong with a file, with the detail folded away', async () => {
    const { container } = await open('/packages/import');
    give(container, new File(['hello'], 'letter.txt'));
    expect((await screen.findByRole('alert')).textContent).toContain('is not a package');
    give(container, new File(['hello'], 'broken.heirloom'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('not a Heirloom package'));
    expect(screen.getByRole('alert').textContent).toContain('Nothing from it came into your library');
    expect(screen.getByRole('button', { name: 'Details' }).getAttribute('aria-expanded')).toBe('false');
  });

  it('takes the file the front door handed over', async () => {
    const { handOverPackage } = await import('../../renderer/widgets/index.ts');
    handOverPackage(new File(['hello'], 'handed.heirloom'));
    await open('/packages');
    expect((await screen.findByRole('alert')).textContent).toContain('handed.heirloom');
  });

  const preview: PackagePreview = {
    packageId: '01890000-0000-7000-8000-000000000001',
    title: 'Gland packing',
    createdAt: '2026-11-01T08:00:00.000Z',
    languages: ['en', 'fa'],
    audience: 'team',
    licence: '',
    signer: { state: 'none', fingerprint: '' },
    counts: [
      { kind: 'note', fate: 'new', count: 3 },
      { kind: 'note', fate: 'conflict', count: 2 },
      { kind: 'case', fate: 'identical', count: 9 },
    ],
    items: [
      { kind: 'note', id: '01890000-0000-7000-8000-00000000000a', title: 'First', fate: 'conflict' },
      { kind: 'note', id: '01890000-0000-7000-8000-00000000000b', title: 'Second', fate: 'conflict' },
      { kind: 'note', id: '01890000-0000-7000-8000-00000000000c', title: 'Fresh', fate: 'new' },
    ],
    leftOut: [{ kind: 'note', title: 'Secret', reason: 'from-the-future' }],
  };

  it('decides conflicts: one choice for all, another for one, keep both when nobody chose', async () => {
    const { ImportPreview } = await import('../../renderer/features/packages/import-preview.tsx');
    const wishes: unknown[] = [];
    await show(
      <ImportPreview
        preview={preview}
        isBusy={false}
        onImport={(wish) => wishes.push(wish)}
        onOther={() => undefined}
      />,
    );
    const start = screen.getByRole('button', { name: 'Import 3 records' });
    await userEvent.click(start);
    expect(wishes.at(-1)).toEqual({ onConflict: 'keep-both', choices: [] });
    await userEvent.click(screen.getByRole('radio', { name: /Keep mine/ }));
    await userEvent.click(screen.getByRole('button', { name: /What happens with “Second”/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Take theirs' }));
    await userEvent.click(start);
    expect(wishes.at(-1)).toEqual({
      onConflict: 'keep-mine',
      choices: [{ kind: 'note', id: '01890000-0000-7000-8000-00000000000b', choice: 'take-theirs' }],
    });
    expect(screen.getByText('Not signed')).toBeTruthy();
  });

  it('has nothing to import when everything is here', async () => {
    const { ImportPreview } = await import('../../renderer/features/packages/import-preview.tsx');
    await show(
      <ImportPreview
        preview={{ ...preview, items: [], counts: [{ kind: 'case', fate: 'identical', count: 9 }] }}
        isBusy={false}
        onImport={() => {
          throw new Error('must not be called');
        }}
        onOther={() => undefined}
      />,
    );
    expect(screen.getByText('Everything in this package is already in your library.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  });
});
