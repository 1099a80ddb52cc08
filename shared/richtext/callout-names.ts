import type { CalloutTone } from './block-parts.ts';

// What other programs call their callouts: GitHub, Obsidian, and the admonitions of documentation tools.
const TONES: Readonly<Record<string, CalloutTone>> = {
  note: 'info',
  info: 'info',
  information: 'info',
  important: 'info',
  abstract: 'info',
  summary: 'info',
  tldr: 'info',
  example: 'info',
  question: 'info',
  help: 'info',
  faq: 'info',
  todo: 'info',
  seealso: 'info',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  warning: 'warning',
  attention: 'warning',
  caution: 'never',
  danger: 'never',
  never: 'never',
  error: 'never',
  bug: 'never',
  failure: 'never',
  fail: 'never',
  missing: 'never',
};

/** The tone a callout of another program has here, `undefined` for a word nobody uses for one. */
export function toneOf(name: string): CalloutTone | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(TONES, key) ? TONES[key] : undefined;
}

/** Signs that stand before a callout where a program knows no tones. */
export function toneOfSign(sign: string): CalloutTone {
  if (/^[🚫⛔❌🛑☠💀]/u.test(sign)) return 'never';
  if (/^[⚠🚧❗‼🔥🚨]/u.test(sign)) return 'warning';
  return /^[💡✅✔👍🎯]/u.test(sign) ? 'tip' : 'info';
}
