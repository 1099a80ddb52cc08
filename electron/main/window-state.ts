// Remembers where the window was, and the menu's language, in one small file. Losing it costs nothing, so a damaged file is
// simply taken for an absent one.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { MENU_LOCALES, type MenuLocale } from '../../shared/contract/native.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  /** Null until somebody chose one: the system's language is used. */
  readonly locale: MenuLocale | null;
}

export const FIRST_SIZE = { width: 1280, height: 832 } as const;
export const SMALLEST = { width: 480, height: 480 } as const;
const NOTHING: WindowState = { bounds: null, maximized: false, locale: null };

export function readWindowState(file: string): WindowState {
  try {
    return parseWindowState(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}

/** Unknown JSON → a state; what is wrong is left out. */
export function parseWindowState(raw: unknown): WindowState {
  if (typeof raw !== 'object' || raw === null) return NOTHING;
  const { bounds, maximized, locale } = raw as Record<string, unknown>;
  return {
    bounds: parseBounds(bounds),
    maximized: maximized === true,
    locale: MENU_LOCALES.find((known) => known === locale) ?? null,
  };
}

function parseBounds(raw: unknown): Rectangle | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { x, y, width, height } = raw as Record<string, unknown>;
  const all = [x, y, width, height];
  if (!all.every((n): n is number => typeof n === 'number' && Number.isInteger(n) && Math.abs(n) < 100_000))
    return null;
  const [left = 0, top = 0, wide = 0, high = 0] = all;
  return wide > 0 && high > 0 ? { x: left, y: top, width: wide, height: high } : null;
}

/** Written beside and renamed, so that a power cut leaves the old file or the new one. Failing is not worth a word. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // A read-only or full disk: the window opens in the middle next time.
  }
}

/**
 * Where to open: the remembered place when at least 100 × 60 points of its top edge lie on a screen that exists now (a second
 * screen may be gone), never larger than that screen; else null, which means the middle.
 */
export function placeWindow(saved: Rectangle | null, screens: readonly Rectangle[]): Rectangle | null {
  if (!saved) return null;
  for (const screen of screens) {
    const across = overlap(saved.x, saved.width, screen.x, screen.width);
    const down = overlap(saved.y, 60, screen.y, screen.height);
    if (across < 100 || down < 60) continue;
    return {
      x: saved.x,
      y: saved.y,
      width: Math.max(SMALLEST.width, Math.min(saved.width, screen.width)),
      height: Math.max(SMALLEST.height, Math.min(saved.height, screen.height)),
    };
  }
  return null;
}

function overlap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b);
}
