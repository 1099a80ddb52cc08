// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToastQueue } from '../../renderer/ui/toast-queue.ts';
import { ToastRegion } from '../../renderer/ui/toast-region.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('toasts', () => {
  it('undo, once, and go', () => {
    const queue = createToastQueue();
    const undo = vi.fn();
    render(<ToastRegion queue={queue} />);
    act(() => void queue.show({ text: 'Moved to the bin.', action: { label: 'Undo', run: undo } }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Moved to the bin.')).toBeNull();
  });

  it('leave by themselves, later when there is something to undo', () => {
    const queue = createToastQueue();
    render(<ToastRegion queue={queue} />);
    act(() => {
      queue.show({ text: 'Saved' });
      queue.show({ text: 'Removed', action: { label: 'Undo', run: () => undefined } });
    });
    act(() => void vi.advanceTimersByTime(7_000));
    expect(screen.queryByText('Saved')).toBeNull();
    expect(screen.getByText('Removed')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(6_000));
    expect(screen.queryByText('Removed')).toBeNull();
  });

  it('wait while one points at them or has the focus inside', () => {
    const queue = createToastQueue();
    render(<ToastRegion queue={queue} />);
    act(() => void queue.show({ text: 'Removed', action: { label: 'Undo', run: () => undefined } }));
    act(() => screen.getByRole('button', { name: 'Undo' }).focus());
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByText('Removed')).toBeTruthy();
    act(() => screen.getByRole('button', { name: 'Undo' }).blur());
    act(() => void vi.advanceTimersByTime(13_000));
    expect(screen.queryByText('Removed')).toBeNull();
  });

  it('stay when they tell of an error', () => {
    const queue = createToastQueue();
    render(<ToastRegion queue={queue} />);
    act(() => void queue.show({ text: 'The disk is full.', tone: 'bad' }));
    act(() => void vi.advanceTimersByTime(600_000));
    expect(screen.getByText('The disk is full.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'dismiss' }));
    expect(screen.queryByText('The disk is full.')).toBeNull();
  });

  it('never pile up beyond three', () => {
    const queue = createToastQueue();
    for (let at = 0; at < 9; at += 1) queue.show({ text: `news ${at}` });
    expect(queue.list().map((toast) => toast.text)).toEqual(['news 6', 'news 7', 'news 8']);
  });
});
