import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecordSaver, type SaverDoor } from '../../renderer/widgets/record-saver.ts';

interface Rec {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly role: string;
  readonly list: readonly string[];
}

class Stale extends Error {}
class Lost extends Error {}

/** A shelf with one record that behaves as the library does; other people may write to it, too. */
const makeShelf = () => {
  let disk: Rec = { id: 'p', version: 1, name: 'Ana', role: '', list: [] };
  const saves: { expected: number; fields: Partial<Rec> }[] = [];
  let failure: Error | null = null;
  let gate: Promise<void> = Promise.resolve();
  const reasons: string[] = [];
  const door: SaverDoor<Rec> = {
    // Lists are joined, as texts are; of names a person has to choose.
    merge: (field, before, mine, theirs) => {
      if (field !== 'list') return undefined;
      const [was, my, their] = [before, mine, theirs] as string[][];
      const value = [
        ...(their ?? []),
        ...(my ?? []).filter((one) => !was?.includes(one) && !their?.includes(one)),
      ];
      return { value, conflicts: value.includes('both') ? [{ id: 'b', copyId: null } as never] : [] };
    },
    load: async () => disk,
    save: async (expected, fields, reason) => {
      await gate;
      reasons.push(reason);
      saves.push({ expected, fields });
      if (failure) throw failure;
      if (expected !== disk.version) throw new Stale();
      disk = { ...disk, ...fields, version: disk.version + 1 };
      return disk;
    },
    adopt: () => undefined,
    isStale: (error) => error instanceof Stale,
    mayHeal: (error) => error instanceof Lost,
  };
  const saver = createRecordSaver<Rec>(door);
  saver.take(disk);
  return {
    saver,
    saves,
    reasons,
    disk: () => disk,
    elsewhere: (fields: Partial<Rec>) => {
      disk = { ...disk, ...fields, version: disk.version + 1 };
      return disk;
    },
    fail: (error: Error | null) => {
      failure = error;
    },
    /** Saves wait until the answer is called. */
    hold: (): (() => void) => {
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a record that saves itself', () => {
  it('says that it is not saved while the library hangs, and that it is once the answer comes', async () => {
    const { saver, disk, hold } = makeShelf();
    const go = hold();
    saver.set({ name: 'Ann' });
    void saver.flush();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(saver.view().state).toBe('saving');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.view()).toMatchObject({ state: 'failed', record: { name: 'Ann' } });
    saver.set({ role: 'Fitter' });
    go();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.view().state).toBe('saved');
    expect(disk()).toMatchObject({ name: 'Ann', role: 'Fitter' });
  });

  it('never lets words wait because the clock of the machine was set back', async () => {
    const { saver, saves } = makeShelf();
    saver.set({ name: 'A' });
    vi.setSystemTime(Date.now() - 3_600_000);
    for (let letters = 2; letters < 15; letters += 1) {
      saver.set({ name: 'A'.repeat(letters) });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(saves.length).toBeGreaterThan(0);
  });

  it('shows what is typed at once and saves it once, after a moment of quiet', async () => {
    const { saver, saves, disk } = makeShelf();
    for (const name of ['B', 'Be', 'Bea']) saver.set({ name });
    expect(saver.view().record?.name).toBe('Bea');
    expect(saver.view().state).toBe('unsaved');
    expect(saves).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saves).toEqual([{ expected: 1, fields: { name: 'Bea' } }]);
    expect(disk().name).toBe('Bea');
    expect(saver.view().state).toBe('saved');
  });

  it('does not wait for ever for somebody who never pauses', async () => {
    const { saver, saves } = makeShelf();
    for (let at = 0; at < 20; at += 1) {
      saver.set({ name: `name ${at}` });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(saves.length).toBeGreaterThanOrEqual(2);
  });

  it('saves nothing for what was typed and taken back', async () => {
    const { saver, saves } = makeShelf();
    saver.set({ name: 'Anna' });
    saver.set({ name: 'Ana' });
    expect(saver.isClean()).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toHaveLength(0);
  });

  it('never has two saves under way, and sends what was typed meanwhile with the next version', async () => {
    const { saver, saves, hold, disk } = makeShelf();
    const open = hold();
    saver.set({ name: 'Bea' });
    const done = saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.view().state).toBe('saving');
    saver.set({ role: 'Fitter' });
    expect(saver.view().record).toMatchObject({ name: 'Bea', role: 'Fitter' });
    open();
    await done;
    await saver.flush();
    expect(saves).toEqual([
      { expected: 1, fields: { name: 'Bea' } },
      { expected: 2, fields: { role: 'Fitter' } },
    ]);
    expect(disk()).toMatchObject({ name: 'Bea', role: 'Fitter', version: 3 });
  });

  it('goes on over another save that left its fields alone', async () => {
    const { saver, disk, elsewhere } = makeShelf();
    saver.set({ name: 'Bea' });
    elsewhere({ role: 'Boss' });
    await saver.flush();
    expect(saver.view().state).toBe('saved');
    expect(disk()).toMatchObject({ name: 'Bea', role: 'Boss', version: 3 });
  });

  it('joins a text that was changed in both places, and says in the history that it did', async () => {
    const { saver, disk, elsewhere, reasons } = makeShelf();
    saver.set({ list: ['mine'] });
    elsewhere({ list: ['theirs'] });
    await saver.flush();
    expect(saver.view().state).toBe('saved');
    expect(disk()).toMatchObject({ list: ['theirs', 'mine'], version: 3 });
    expect(reasons).toEqual(['', 'merged']);
    expect(saver.takeConflicts('list')).toEqual([]);
  });

  it('hands over what both changed once, and still stops at fields it cannot join', async () => {
    const { saver, disk, elsewhere } = makeShelf();
    saver.set({ list: ['both'], name: 'Bea' });
    elsewhere({ list: ['theirs'], name: 'Carla' });
    await saver.flush();
    expect(saver.view().conflict?.fields).toEqual(['name']);
    saver.settle('mine');
    await saver.flush();
    expect(disk()).toMatchObject({ list: ['theirs', 'both'], name: 'Bea' });
    expect(saver.takeConflicts('list')).toHaveLength(1);
    expect(saver.takeConflicts('list')).toEqual([]);
  });

  it('joins a value that was made from an older one than the record in hand', async () => {
    const { saver, disk, elsewhere } = makeShelf();
    // The page has heard of the other save already, but the text that is saved now was begun before.
    saver.take(elsewhere({ list: ['theirs'] }));
    saver.set({ list: ['mine'] }, { base: { list: [] } });
    await saver.flush();
    expect(disk().list).toEqual(['theirs', 'mine']);
  });

  it('says why, once', async () => {
    const { saver, reasons } = makeShelf();
    saver.set({ name: 'Old' }, { reason: 'brought-back' });
    await saver.flush();
    saver.set({ name: 'New' });
    await saver.flush();
    expect(reasons).toEqual(['brought-back', '']);
  });

  it('stops at a field that was changed elsewhere, keeps both, and overwrites only when told to', async () => {
    const { saver, disk, elsewhere } = makeShelf();
    saver.set({ name: 'Bea', role: 'Fitter' });
    elsewhere({ name: 'Carla' });
    await saver.flush();
    const { state, conflict, record } = saver.view();
    expect(state).toBe('conflict');
    expect(conflict?.fields).toEqual(['name']);
    expect(conflict?.mine.name).toBe('Bea');
    expect(conflict?.theirs.name).toBe('Carla');
    expect(record?.name).toBe('Bea');
    expect(disk().name).toBe('Carla');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk().name).toBe('Carla');
    saver.settle('mine');
    await vi.advanceTimersByTimeAsync(0);
    await saver.flush();
    expect(disk()).toMatchObject({ name: 'Bea', role: 'Fitter' });
    expect(saver.view().state).toBe('saved');
  });

  it('gives way when the other one is chosen, and still saves what nobody else touched', async () => {
    const { saver, disk, elsewhere } = makeShelf();
    saver.set({ name: 'Bea', role: 'Fitter' });
    elsewhere({ name: 'Carla' });
    await saver.flush();
    saver.settle('theirs');
    await vi.advanceTimersByTimeAsync(0);
    await saver.flush();
    expect(disk()).toMatchObject({ name: 'Carla', role: 'Fitter' });
    expect(saver.view().record?.name).toBe('Carla');
  });

  it('sees a conflict when the newer record is read before it saves', () => {
    const { saver, elsewhere } = makeShelf();
    saver.set({ role: 'a' });
    saver.take(elsewhere({ role: 'b' }));
    expect(saver.view().conflict?.fields).toEqual(['role']);
  });

  it('takes the same change from two places for one', async () => {
    const { saver, saves, elsewhere } = makeShelf();
    saver.set({ list: ['a'] });
    saver.take(elsewhere({ list: ['a'] }));
    expect(saver.view().state).toBe('saved');
    await saver.flush();
    expect(saves).toHaveLength(0);
  });

  it('keeps what could not be saved and tries again when that may help', async () => {
    const { saver, disk, fail } = makeShelf();
    fail(new Lost('no connection'));
    saver.set({ name: 'Bea' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.view()).toMatchObject({ state: 'failed', record: { name: 'Bea' } });
    expect(saver.isClean()).toBe(false);
    fail(null);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(saver.view().state).toBe('saved');
    expect(disk().name).toBe('Bea');
  });

  it('does not hammer a library that said no, but tries again with the next change', async () => {
    const { saver, saves, fail, disk } = makeShelf();
    fail(new Error('too long'));
    saver.set({ name: 'x'.repeat(600) });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves).toHaveLength(1);
    expect(saver.view().state).toBe('failed');
    fail(null);
    saver.set({ name: 'Bea' });
    expect(saver.view().state).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(disk().name).toBe('Bea');
  });

  it('never goes back to an older record', () => {
    const { saver } = makeShelf();
    saver.take({ id: 'p', version: 5, name: 'New', role: '', list: [] });
    saver.take({ id: 'p', version: 4, name: 'Old', role: '', list: [] });
    expect(saver.view().record?.name).toBe('New');
  });
});
