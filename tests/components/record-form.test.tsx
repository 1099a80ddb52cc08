// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { libraryOfFile } from '../support/file-library.ts';
import { show } from '../support/page.tsx';

const library = libraryOfFile(320, 600);

const open = async (id: string) => {
  const { ConflictNotice, FormSaveState, useRecordForm } = await import('../../renderer/widgets/index.ts');
  const { TextField } = await import('../../renderer/ui/index.ts');
  function Half({ field }: { readonly field: 'role' | 'team' }) {
    const form = useRecordForm('people', id);
    return form.record ? (
      <TextField
        label={field}
        value={form.record[field]}
        onChange={(value) => form.set({ [field]: value })}
      />
    ) : null;
  }
  function State() {
    const form = useRecordForm('people', id);
    return (
      <>
        <FormSaveState form={form} />
        <ConflictNotice form={form} labels={{ role: 'Role' }} />
        <button type="button" onClick={() => void form.flush()}>
          flush
        </button>
      </>
    );
  }
  return show(
    <>
      <Half field="role" />
      <Half field="team" />
      <State />
    </>,
  );
};
const flush = () => userEvent.click(screen.getByRole('button', { name: 'flush' }));

describe('a record form', () => {
  it('shares one saver between two forms of a page', async () => {
    const { id } = await library.client.people.create({ fields: { name: 'Ana' } });
    await open(id);
    await userEvent.type(await screen.findByLabelText('role'), 'Fitter');
    await userEvent.type(screen.getByLabelText('team'), 'Floor');
    await flush();
    await waitFor(async () =>
      expect(await library.client.people.get({ id })).toMatchObject({ role: 'Fitter', team: 'Floor' }),
    );
    await screen.findByText('Saved');
  });

  it('goes on over a save from elsewhere that touched other fields', async () => {
    const { id } = await library.client.people.create({ fields: { name: 'Ana' } });
    await open(id);
    await userEvent.type(await screen.findByLabelText('role'), 'Fitter');
    await library.client.people.save({ id, expectedVersion: 1, fields: { contact: 'Bench 4' } });
    await flush();
    await waitFor(async () =>
      expect(await library.client.people.get({ id })).toMatchObject({ role: 'Fitter', contact: 'Bench 4' }),
    );
  });

  it('shows both texts when the same field was changed elsewhere, and saves what is chosen', async () => {
    const { id } = await library.client.people.create({ fields: { name: 'Ana' } });
    await open(id);
    await userEvent.type(await screen.findByLabelText('role'), 'Fitter');
    await library.client.people.save({ id, expectedVersion: 1, fields: { role: 'Welder' } });
    await flush();
    await screen.findByText('Somebody else changed this while you were writing');
    expect(screen.getByText('Fitter')).toBeTruthy();
    expect(screen.getByText('Welder')).toBeTruthy();
    expect((await library.client.people.get({ id })).role).toBe('Welder');
    await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(async () => expect((await library.client.people.get({ id })).role).toBe('Fitter'));
    expect(screen.queryByText('Somebody else changed this while you were writing')).toBeNull();
  });

  it('keeps what could not be saved when the page is left, and saves it later', async () => {
    const { id } = await library.client.people.create({ fields: { name: 'Ana' } });
    const first = await open(id);
    await userEvent.type(await screen.findByLabelText('role'), 'Fitter');
    library.failOnce('people.save', new Error('disk on fire'));
    await flush();
    await screen.findByRole('alert');
    library.failOnce('people.save', new Error('disk on fire'));
    first.unmount();
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect((await library.client.people.get({ id })).role).toBe('');
    const { saveBeforeClose } = await import('../../renderer/client/index.ts');
    await saveBeforeClose();
    expect((await library.client.people.get({ id })).role).toBe('Fitter');
  });

  it('saves when the page is left', async () => {
    const { id } = await library.client.people.create({ fields: { name: 'Ana' } });
    const page = await open(id);
    await userEvent.type(await screen.findByLabelText('team'), 'Night shift');
    page.unmount();
    await waitFor(async () => expect((await library.client.people.get({ id })).team).toBe('Night shift'));
  });
});
