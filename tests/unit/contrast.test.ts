import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  fileURLToPath(new URL('../../renderer/ui/styles/tokens.css', import.meta.url)),
  'utf8',
);

type Scheme = 'light' | 'dark';
type Tokens = Readonly<Record<string, Readonly<Record<Scheme, string>>>>;

const tokensIn = (text: string): Tokens =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g)].map((match) => [
      match[1] ?? '',
      { light: match[2] ?? '', dark: match[3] ?? '' },
    ]),
  );

/** Relative luminance of an sRGB colour, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2.2 contrast ratio, 1 to 21. */
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const normal = tokensIn(css.split('@media (prefers-contrast')[0] ?? '');
const more = { ...normal, ...tokensIn(css.split('@media (prefers-contrast')[1] ?? '') };

const surfaces = ['canvas', 'paper', 'raised', 'sunken', 'hover', 'brass-soft'];
const states = ['good', 'warn', 'bad', 'info'];
const text: ReadonlyArray<readonly [string, string]> = [
  ...surfaces.flatMap((surface) =>
    ['ink', 'ink-soft', 'ink-faint', 'brass'].map((ink) => [ink, surface] as const),
  ),
  ...states.flatMap((state) =>
    [`${state}-soft`, 'paper', 'canvas', 'raised'].map((surface) => [state, surface] as const),
  ),
  ...states.flatMap((state) => ['ink', 'ink-soft'].map((ink) => [ink, `${state}-soft`] as const)),
  ['on-brass', 'brass-fill'],
  ['on-brass', 'brass-fill-hover'],
  ['on-bad', 'bad-fill'],
  ['ink', 'mark'],
  ['paper', 'ink'],
];
const edges: ReadonlyArray<readonly [string, string]> = ['canvas', 'paper', 'raised'].flatMap((surface) =>
  ['line-strong', 'focus', 'brass-fill'].map((edge) => [edge, surface] as const),
);

const failures = (tokens: Tokens, pairs: ReadonlyArray<readonly [string, string]>, least: number): string[] =>
  pairs.flatMap(([front, back]) =>
    (['light', 'dark'] as const).flatMap((scheme) => {
      const [a, b] = [tokens[front]?.[scheme], tokens[back]?.[scheme]];
      if (!a || !b) return [`${front} or ${back} is no token`];
      const ratio = contrast(a, b);
      return ratio < least ? [`${front} on ${back} (${scheme}): ${ratio.toFixed(2)} < ${least}`] : [];
    }),
  );

describe('contrast of the tokens (WCAG 2.2 AA)', () => {
  it('reads the tokens it is about', () => expect(Object.keys(normal).length).toBeGreaterThan(25));
  it('text is at least 4.5 : 1', () => expect(failures(normal, text, 4.5)).toEqual([]));
  it('edges of things one uses and the focus ring are at least 3 : 1', () =>
    expect(failures(normal, edges, 3)).toEqual([]));
  it('with more contrast wished for, text on paper is at least 7 : 1', () =>
    expect(
      failures(
        more,
        surfaces
          .slice(0, 3)
          .flatMap((s) => ['ink', 'ink-soft', 'ink-faint', 'brass'].map((i) => [i, s] as const)),
        7,
      ),
    ).toEqual([]));
  it('knows a bad pair when it sees one', () => {
    const planted: Tokens = {
      a: { light: '#777777', dark: '#ffffff' },
      b: { light: '#888888', dark: '#000000' },
    };
    expect(failures(planted, [['a', 'b']], 4.5)).toHaveLength(1);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
  });
});
