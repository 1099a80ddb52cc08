// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { VirtualList } from '../../renderer/ui/virtual-list.tsx';
import { giveSizes } from '../support/page.tsx';

beforeAll(() => giveSizes(320, 60));
afterEach(cleanup);

const items = Array.from({ length: 5_000 }, (_, at) => ({ id: `k${at}`, name: `Row ${at}` }));
type Item = (typeof items)[number];
const keyOf = (item: Item): string => item.id;

function Harness({
  onOpen,
  multi = true,
}: {
  readonly onOpen?: (item: Item) => void;
  readonly multi?: boolean;
}) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <output aria-label="chosen">{[...selected].join(' ')}</output>
      <VirtualList
        label="Rows"
        items={items}
        itemKey={keyOf}
        renderItem={(item) => item.name}
        onOpen={onOpen ?? (() => undefined)}
        rowHeight={60}
        {...(multi ? { selected, onSelectionChange: setSelected } : {})}
      />
    </>
  );
}

const press = (key: string, more: object = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
};
const focusedRow = (): string => document.activeElement?.textContent ?? '';

describe('a virtual list', () => {
  it('mounts only what is in view', () => {
    render(<Harness />);
    const rows = screen.getAllByRole('option');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('5000');
    expect(rows[0]?.getAttribute('aria-posinset')).toBe('1');
  });

  it('has one row in the tab order, which arrows move', async () => {
    render(<Harness />);
    expect(screen.getAllByRole('option').filter((row) => row.tabIndex === 0)).toHaveLength(1);
    screen.getAllByRole('option')[0]?.focus();
    press('ArrowDown');
    await waitFor(() => expect(focusedRow()).toBe('Row 1'));
    press('ArrowDown');
    await waitFor(() => expect(focusedRow()).toBe('Row 2'));
    press('ArrowUp');
    await waitFor(() => expect(focusedRow()).toBe('Row 1'));
    expect(screen.getAllByRole('option').filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });

  it('reaches the very end with one key and keeps the focus on a mounted row', async () => {
    render(<Harness />);
    screen.getAllByRole('option')[0]?.focus();
    press('End');
    await waitFor(() => expect(focusedRow()).toBe('Row 4999'));
  });

  it('chooses with Space, Shift and Ctrl, and lets go with Escape', async () => {
    render(<Harness />);
    const chosen = screen.getByRole('status', { name: 'chosen' });
    screen.getAllByRole('option')[0]?.focus();
    press(' ');
    expect(chosen.textContent).toBe('k0');
    press('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(chosen.textContent).toBe('k0 k1'));
    press('a', { ctrlKey: true });
    expect(chosen.textContent?.split(' ')).toHaveLength(5_000);
    press('Escape');
    expect(chosen.textContent).toBe('');
  });

  it('opens with Enter and with a click, chooses with Ctrl + click', () => {
    const onOpen = vi.fn();
    render(<Harness onOpen={onOpen} />);
    const [first, second, third] = screen.getAllByRole('option');
    first?.focus();
    press('Enter');
    expect(onOpen).toHaveBeenLastCalledWith(items[0]);
    fireEvent.click(second as HTMLElement);
    expect(onOpen).toHaveBeenLastCalledWith(items[1]);
    fireEvent.click(third as HTMLElement, { ctrlKey: true });
    expect(onOpen).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('status', { name: 'chosen' }).textContent).toBe('k2');
  });

  it('without many to choose, Space and Ctrl + A do nothing', () => {
    render(<Harness multi={false} />);
    screen.getAllByRole('option')[0]?.focus();
    press(' ');
    press('a', { ctrlKey: true });
    expect(screen.getAllByRole('option').every((row) => row.getAttribute('aria-selected') === 'false')).toBe(
      true,
    );
  });

  it('puts neighbours of a group under one heading', () => {
    render(
      <VirtualList
        label="Rows"
        items={items.slice(0, 4)}
        itemKey={keyOf}
        renderItem={(item) => item.name}
        groupOf={(item) => (item.id < 'k2' ? { id: 'a', title: 'Today' } : { id: 'b', title: 'Earlier' })}
        onOpen={() => undefined}
      />,
    );
    expect(screen.getAllByText('Today')).toHaveLength(1);
    expect(screen.getAllByText('Earlier')).toHaveLength(1);
  });

  it('says what to do when there is nothing', () => {
    render(
      <VirtualList
        label="Rows"
        items={[]}
        itemKey={keyOf}
        renderItem={() => null}
        onOpen={() => undefined}
        empty="Nothing yet"
      />,
    );
    expect(screen.getByText('Nothing yet')).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
