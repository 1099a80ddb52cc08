import { describe, expect, it } from 'vitest';
import { byState } from '../../renderer/features/mentorships/mentorship-groups.ts';
import { daysUntil, todayHere } from '../../renderer/features/people/last-day.ts';
import { momentAt, partsOf } from '../../renderer/features/sessions/moment.ts';
import { groupOf, inGroups } from '../../renderer/features/sessions/session-groups.ts';

const now = new Date(2026, 10, 21, 12, 0);
const at = (day: number, hour = 9): string => new Date(2026, 10, day, hour).toISOString();
const session = (more: object) => ({
  state: 'planned' as const,
  plannedAt: null as string | null,
  startedAt: null as string | null,
  createdAt: at(1),
  ...more,
});

describe('sessions in groups', () => {
  it('goes by the day here, not by hours', () => {
    expect(groupOf(session({ plannedAt: at(21, 0) }), now)).toBe('today');
    expect(groupOf(session({ plannedAt: at(21, 23) }), now)).toBe('today');
    expect(groupOf(session({ plannedAt: at(22, 0) }), now)).toBe('upcoming');
    expect(groupOf(session({ plannedAt: at(20, 23) }), now)).toBe('past');
  });

  it('keeps a running clock in sight whatever its date says', () => {
    expect(groupOf(session({ state: 'running', startedAt: at(3) }), now)).toBe('today');
    expect(groupOf(session({ state: 'paused', plannedAt: at(3) }), now)).toBe('today');
  });

  it('knows sessions without a date', () => {
    expect(groupOf(session({}), now)).toBe('undated');
    expect(groupOf(session({ state: 'ended' }), now)).toBe('past');
  });

  it('shows the next first and the latest past first', () => {
    const rows = inGroups(
      [at(10), at(25), null, at(21, 15), at(15), at(23), at(21, 8)].map((plannedAt) =>
        session({ plannedAt }),
      ),
      now,
    );
    expect(rows.map((row) => row.session.plannedAt)).toEqual([
      at(21, 8),
      at(21, 15),
      at(23),
      at(25),
      null,
      at(15),
      at(10),
    ]);
  });
});

describe('days and times of day', () => {
  it('takes a moment apart and puts it together again', () => {
    const moment = new Date(2026, 2, 29, 14, 35).toISOString();
    const { day, minutes } = partsOf(moment);
    expect(day).toBe('2026-03-29');
    expect(minutes).toBe(14 * 60 + 35);
    expect(momentAt(day, minutes)).toBe(moment);
  });

  it('answers null for a day that is none', () => {
    expect(momentAt('soon', 540)).toBeNull();
    expect(momentAt('', 0)).toBeNull();
  });

  it('counts whole days across clock changes', () => {
    expect(daysUntil('2026-11-21', '2026-11-21')).toBe(0);
    expect(daysUntil('2026-03-30', '2026-03-28')).toBe(2);
    expect(daysUntil('2026-11-20', '2026-11-21')).toBe(-1);
    expect(todayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('mentorships in groups', () => {
  it('puts what is under way first and what is finished last', () => {
    const order = byState(
      [
        { state: 'finished' as const, title: 'A' },
        { state: 'planned' as const, title: 'B' },
        { state: 'active' as const, title: 'D' },
        { state: 'active' as const, title: 'C' },
        { state: 'paused' as const, title: 'E' },
      ],
      (a, b) => a.localeCompare(b),
    );
    expect(order.map((one) => one.title).join('')).toBe('CDBEA');
  });
});
