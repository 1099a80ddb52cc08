// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../renderer/ui/toast-queue.ts';
import type { CheckItem } from '../../renderer/widgets/check-list-items.ts';
import { openFakeLibrary } from '../support/fake-library.ts';
import { giveSizes, show } from '../support/page.tsx';

let items: readonly CheckItem[] = [];

beforeAll(() => {
  giveSizes();
  openFakeLibrary();
});
beforeEach(() => {
  items = [
    { id: 'a', text: 'One', done: false },
    { id: 'b', text: 'Two', done: false },
    { id: 'c', text: 'Three', done: true },
  ];
  toasts.clear();
});
afterEach(cleanup);

const open = async (isReadOnly = false) => {
  const { CheckList } = await import('../../renderer/widgets/check-list.tsx');
  function Sheet() {
    const [now, setNow] = useState(items);
    items = now;
    return (
      <CheckList
        label="Agenda"
        items={now}
        placeholder="Add a line"
        isReadOnly={isReadOnly}
        makeItem={(id, text) => ({ id, text, done: false })}
        onChange={(next) => {
          items = next;
          setNow(next);
        }}
      />
    );
  }
  await show(<Sheet />);
  return within(screen.getByRole('list', { name: 'Agenda' }));
};
const texts = (): string => items.map((item) => item.text).join(' ');

describe('a check list', () => {
  it('ticks a line', async () => {
    const list = await open();
    await userEvent.click(list.getByRole('checkbox', { name: 'Done: Two' }));
    expect(items.map((item) => item.done)).toEqual([false, true, true]);
  });

  it('adds with Enter, several pasted lines at once, and nothing for white space', async () => {
    await open();
    const add = screen.getByRole('textbox', { name: 'Add a line' });
    await userEvent.type(add, 'Four{Enter}');
    expect(texts()).toBe('One Two Three Four');
    await userEvent.type(add, '   {Enter}');
    expect(items).toHaveLength(4);
    await userEvent.click(add);
    await userEvent.paste('- Five\n- Six');
    expect(texts()).toBe('One Two Three Four Five Six');
    expect(new Set(items.map((item) => item.id)).size).toBe(6);
  });

  it('makes the next line under the present one and goes there', async () => {
    const list = await open();
    await userEvent.click(list.getByRole('textbox', { name: 'Text of item 1' }));
    await userEvent.keyboard('{Enter}between');
    expect(texts()).toBe('One between Two Three');
  });

  it('moves by keyboard, keeps the focus and says where it is now', async () => {
    const list = await open();
    await userEvent.click(list.getByRole('textbox', { name: 'Text of item 3' }));
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(texts()).toBe('One Three Two');
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('Three');
    expect(screen.getByRole('status').textContent).toBe('Now number 2 of 3.');
    list.getByRole('button', { name: 'Move “Three”' }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(texts()).toBe('Three One Two');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move “Three”');
    await userEvent.keyboard('{ArrowUp}');
    expect(texts()).toBe('Three One Two');
  });

  it('removes with a way back, to where it was', async () => {
    const list = await open();
    await userEvent.click(list.getByRole('button', { name: 'Remove Two' }));
    expect(texts()).toBe('One Three');
    const [toast] = toasts.list();
    expect(toast?.text).toBe('Removed “Two”.');
    const { act } = await import('@testing-library/react');
    act(() => toast?.action?.run());
    expect(texts()).toBe('One Two Three');
  });

  it('takes an empty line away with Backspace, without a word', async () => {
    const list = await open();
    const line = list.getByRole('textbox', { name: 'Text of item 2' });
    await userEvent.clear(line);
    await userEvent.type(line, '{Backspace}');
    expect(texts()).toBe('One Three');
    expect(toasts.list()).toHaveLength(0);
  });

  it('can only be read where nothing may change', async () => {
    const list = await open(true);
    expect(list.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Add a line' })).toBeNull();
    await userEvent.type(list.getByRole('textbox', { name: 'Text of item 1' }), 'x');
    expect(texts()).toBe('One Two Three');
  });
});
