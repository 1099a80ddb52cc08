// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFilter } from '../../renderer/features/cases/case-filter-state.ts';
import { libraryOfFile } from '../support/file-library.ts';
import { show } from '../support/page.tsx';
import { saveNow, seeLocation, whereNow } from '../support/page-parts.tsx';

const library = libraryOfFile();
beforeAll(() => {
  window.matchMedia ??= (() => ({ matches: true })) as unknown as typeof window.matchMedia;
});

function Elsewhere() {
  const { pathname, search } = useLocation();
  seeLocation(pathname + search);
  return null;
}

const open = async (path: string) => {
  const { CasesPage } = await import('../../renderer/features/cases/cases-page.tsx');
  const { CasePage } = await import('../../renderer/features/cases/case-page.tsx');
  const { ImportPage } = await import('../../renderer/features/cases/import-page.tsx');
  return show(
    <>
      <Elsewhere />
      <Routes>
        <Route path="cases/import" element={<ImportPage />} />
        <Route path="cases" element={<CasesPage />}>
          <Route path=":id" element={<CasePage />} />
        </Route>
        <Route path="*" element={null} />
      </Routes>
    </>,
    { path },
  );
};
type Shown = Awaited<ReturnType<typeof open>>;

const give = ({ container }: Shown, ...files: readonly File[]): void => {
  const input = container.querySelector('input[type=file]');
  if (!input) throw new Error('There is no place for a file.');
  fireEvent.change(input, { target: { files } });
};
const table = (name: string, text: string): File => new File([text], name, { type: 'text/csv' });

/** Waits as a page does that hears of each step of a job; the fake tells of none. */
const until = async ({ queries }: Shown, seen: () => unknown): Promise<void> =>
  waitFor(async () => {
    await queries.invalidateQueries();
    seen();
  });
const countsOf = (): string[] => screen.getAllByRole('definition').map((one) => one.textContent ?? '');

describe('import', () => {
  const TABLE = 'no,what,when\n1,Leaks,2024-05-13\n2,Sings,2024-05-14\n,Nameless,2024-05-15\n';

  it('goes from a file to cases, tells each row not taken, and takes nothing twice', async () => {
    const page = await open('/cases/import');
    give(page, table('orders.csv', TABLE));
    const key = await screen.findByRole('button', { name: /Where “no” belongs/ });
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /come from/ })).value).toBe(
      'orders',
    );
    if (!key.textContent?.includes('Case number')) {
      await userEvent.click(key);
      await userEvent.click(await screen.findByRole('option', { name: 'Case number' }));
    }
    expect(screen.getByText(/Heirloom knows each case by .*no/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'See what would happen' }));
    await until(page, () => screen.getByRole('button', { name: 'Import 2 cases' }));
    expect(countsOf()).toEqual(['2', '0', '0', '1']);
    expect(screen.getByText('The column with the case number is empty here.')).toBeTruthy();
    expect((await library.client.cases.list({})).total).toBe(0); // a look is not an import

    await userEvent.click(screen.getByRole('button', { name: 'Import 2 cases' }));
    await until(page, () => screen.getByText('2 cases are in your library'));
    expect(screen.getByRole('button', { name: 'Download the report' })).toBeTruthy();
    expect((await library.client.cases.list({})).total).toBe(2);

    await userEvent.click(screen.getByRole('button', { name: 'Import another file' }));
    await waitFor(() => expect(page.container.querySelector('input[type=file]')).not.toBeNull());
    give(page, table('orders.csv', TABLE));
    await screen.findByText(/columns you chose last time/);
    await userEvent.click(screen.getByRole('button', { name: 'See what would happen' }));
    await until(page, () => screen.getByText('Everything in there is already in your library.'));
  });

  it('says in words what is wrong with a file, and takes the next one all the same', async () => {
    const page = await open('/cases/import');
    give(page, new File(['%PDF'], 'scan.pdf'));
    expect((await screen.findByRole('alert')).textContent).toContain('neither CSV nor JSON');
    give(page, table('empty.csv', ''));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('This file is empty.'));
    expect(screen.getByRole('alert').textContent).not.toMatch(/undefined|BAD_FILE\.what/);
    give(page, table('good.csv', 'id,title\n7,Works\n'));
    await screen.findByRole('button', { name: 'See what would happen' });
  });

  it('offers the second of two files after a bad first one', async () => {
    const page = await open('/cases/import');
    give(page, table('empty.csv', ''), table('good.csv', 'id,title\n7,Works\n'));
    await userEvent.click(await screen.findByRole('button', { name: 'Next file: good.csv' }));
    await screen.findByText('File 2 of 2');
  });

  it('changes nothing when the dry run fails', async () => {
    const before = (await library.client.cases.list({})).total;
    const page = await open('/cases/import');
    give(page, table('good.csv', 'id,title\n70,Works\n'));
    library.failOnce('imports.startCases', new Error('disk on fire'));
    await userEvent.click(await screen.findByRole('button', { name: 'See what would happen' }));
    await screen.findByRole('alert');
    expect((await library.client.cases.list({})).total).toBe(before);
  });
});

describe('the list', () => {
  it('filters by what the address says and opens a case with the filter kept', async () => {
    const { client } = library;
    await client.cases.create({ fields: { title: 'Cold bearing', status: 'waiting' } });
    await client.cases.create({ fields: { title: 'Hot bearing', status: 'open' } });
    await open('/cases?status=waiting');
    await screen.findByRole('option', { name: /Cold bearing/ });
    expect(screen.queryByRole('option', { name: /Hot bearing/ })).toBeNull();
    await userEvent.click(screen.getByRole('option', { name: /Cold bearing/ }));
    await waitFor(() => expect(whereNow()).toMatch(/^\/cases\/[0-9a-f-]+\?status=waiting$/));
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter waiting' }));
    await screen.findByRole('option', { name: /Hot bearing/ });
  });

  it('moves chosen cases to the bin; more than twenty ask for their number', async () => {
    const { client } = library;
    for (let at = 0; at < 22; at += 1) {
      await client.cases.create({ fields: { title: `Row ${at}`, source: 'bulk', externalKey: `b${at}` } });
    }
    await open('/cases?source=bulk');
    await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(3));
    await userEvent.click(screen.getByRole('button', { name: 'Choose several' }));
    screen.getAllByRole('option')[0]?.focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await screen.findByText('22 cases chosen');
    await userEvent.click(screen.getByRole('button', { name: 'Move to bin' }));
    const ask = await screen.findByRole('alertdialog');
    const confirm = within(ask).getByRole<HTMLButtonElement>('button', { name: 'Move to bin' });
    expect(confirm.disabled).toBe(true);
    fireEvent.change(within(ask).getByRole('textbox'), { target: { value: '۲۲' } });
    await userEvent.click(confirm);
    await waitFor(async () =>
      expect((await client.cases.list({ filter: { source: 'bulk' } })).total).toBe(0),
    );
  });

  it('reads only filters it knows', () => {
    const filter = readFilter(new URLSearchParams('status=&linked=maybe&__proto__=x&product=P%201'));
    expect(filter).toEqual({ status: '', product: 'P 1' });
    expect(readFilter(new URLSearchParams('linked=no')).linked).toBe(false);
  });
});

describe('a case', () => {
  it('never shows a key that was made from content', async () => {
    const { client } = library;
    const { id } = await client.cases.create({
      fields: { title: 'Keyless', source: 'file', externalKey: 'content-0123456789abcdef' },
    });
    const { container } = await open(`/cases/${id}`);
    await screen.findByRole('textbox', { name: 'Title' });
    expect(container.textContent).not.toContain('content-0123');
    expect(container.textContent).toContain('This mirrors a case in “file”');
  });

  it('shows markup in its text as text', async () => {
    const { client } = library;
    const description = '<img src=x onerror="alert(1)">\n\nsecond';
    const { id } = await client.cases.create({ fields: { title: 'Odd', description } });
    const { container } = await open(`/cases/${id}`);
    await screen.findByText(/onerror/);
    expect(container.querySelector('img')).toBeNull();
  });

  it('starts a note that explains it', async () => {
    const { client } = library;
    const { id } = await client.cases.create({ fields: { title: 'Seal dry' } });
    await open(`/cases/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Write a note about this case' }));
    await waitFor(() => expect(whereNow()).toMatch(/^\/notes\//));
    const { incoming } = await client.links.around({ kind: 'case', id });
    expect(incoming.map(({ link, other }) => [link.type, other?.title])).toEqual([
      ['explains', 'About: Seal dry'],
    ]);
  });

  it('keeps what is corrected by hand', async () => {
    const { client } = library;
    const { id } = await client.cases.create({ fields: { title: 'Slow', status: 'open' } });
    await open(`/cases/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit facts' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Status' }), { target: { value: 'closed' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'How it was solved' }), {
      target: { value: 'New filter' },
    });
    await saveNow();
    const saved = await client.cases.get({ id });
    expect([saved.status, saved.resolution]).toEqual(['closed', 'New filter']);
  });
});
