import { describe, expect, it } from 'vitest';
import { parseStart } from '../../electron/main/arguments.ts';
import { decideRestart, RESTART_WINDOW_MS } from '../../electron/main/restart-rule.ts';
import { parseWindowState, placeWindow } from '../../electron/main/window-state.ts';
import { stateFolder } from '../../electron/serving/state-folder.ts';

describe('words at the start', () => {
  it.each([
    [['heirloom'], null, null],
    [['heirloom', '--library', '/lib'], '/lib', null],
    [['heirloom', '--library=lib'], '/home/ada/lib', null],
    [['electron', '--no-sandbox', '.', '--library=/lib', '--lang=fa'], '/lib', null],
    [['heirloom', 'Pump.HEIRLOOM'], null, '/home/ada/Pump.HEIRLOOM'],
    [['heirloom', '--library', '--no-sandbox', '/x/a.heirloom'], null, '/x/a.heirloom'],
    [['heirloom', '--library='], null, null],
    [['heirloom', '--library'], null, null],
    [['/opt/x.heirloom'], null, null],
    [['heirloom', '--original-process-start-time=1', '--library=/lib', '/p.heirloom'], '/lib', '/p.heirloom'],
  ])('%j', (words, library, packageFile) => {
    expect(parseStart(words, '/home/ada')).toEqual({ library, packageFile });
  });
});

describe('a store that ends by itself', () => {
  it('is started again three times a minute and no more', () => {
    expect(decideRestart([1000], 1000)).toBe('restart');
    expect(decideRestart([1000, 2000, 3000], 3000)).toBe('restart');
    expect(decideRestart([1000, 2000, 3000, 4000], 4000)).toBe('give-up');
  });

  it('forgets what is longer ago than a minute', () => {
    const later = 4000 + RESTART_WINDOW_MS;
    expect(decideRestart([1000, 2000, 3000, later], later)).toBe('restart');
  });
});

describe('the remembered window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const saved = { x: 100, y: 100, width: 1200, height: 800 };

  it('opens where it was', () => {
    expect(placeWindow(saved, [screen])).toEqual(saved);
  });

  it('opens in the middle when its screen is gone', () => {
    expect(placeWindow({ ...saved, x: 2500 }, [screen])).toBeNull();
    expect(placeWindow({ ...saved, y: -500 }, [screen])).toBeNull();
    expect(placeWindow(saved, [])).toBeNull();
    expect(placeWindow(null, [screen])).toBeNull();
  });

  it('is never larger than the screen nor too small to use', () => {
    expect(placeWindow({ x: 0, y: 0, width: 5000, height: 5000 }, [screen])).toMatchObject({
      width: 1920,
      height: 1080,
    });
    expect(placeWindow({ x: 0, y: 0, width: 120, height: 90 }, [screen])).toMatchObject({
      width: 480,
      height: 480,
    });
  });

  it.each([
    null,
    'x',
    [],
    { bounds: { x: 1e9, y: 0, width: 10, height: 10 } },
    { bounds: { x: 0, y: 0, width: -1, height: 5 } },
    { bounds: { x: 0.5, y: 0, width: 10, height: 10 } },
    { bounds: { x: '0', y: 0, width: 10, height: 10 }, maximized: 'yes', locale: 'de' },
    JSON.parse('{"__proto__":{"maximized":true}}'),
  ])('takes the damaged file %j for an absent one', (raw) => {
    expect(parseWindowState(raw)).toEqual({ bounds: null, maximized: false, locale: null });
  });

  it('reads what it wrote', () => {
    const state = { bounds: saved, maximized: true, locale: 'fa' } as const;
    expect(parseWindowState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });
});

describe('the folder for settings', () => {
  it.each([
    [{ HEIRLOOM_STATE: '/s' }, 'linux', '/s'],
    [{}, 'linux', '/home/ada/.config/heirloom'],
    [{ XDG_CONFIG_HOME: '/cfg' }, 'linux', '/cfg/heirloom'],
    [{}, 'darwin', '/home/ada/Library/Application Support/heirloom'],
  ])('%j on %s', (env, platform, expected) => {
    expect(stateFolder(env, platform, '/home/ada')).toBe(expected);
  });
});
