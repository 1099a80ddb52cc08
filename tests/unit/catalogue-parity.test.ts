import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Catalogue, findGaps } from '../../shared/i18n/catalogue-parity.ts';
import { flattenMessages } from '../../shared/i18n/flatten.ts';
import { LANGUAGES } from '../../shared/i18n/locales.ts';
import { pseudoLong, pseudoMirrored } from '../../shared/i18n/pseudo-locale.ts';
import { messageIndex, messageIndexFile } from '../support/write-message-index.ts';

const folder = fileURLToPath(new URL('../../shared/i18n/messages/', import.meta.url));

const readAll = (): Record<string, Record<string, Catalogue>> =>
  Object.fromEntries(
    readdirSync(folder).map((language) => [
      language,
      Object.fromEntries(
        readdirSync(join(folder, language)).map((file) => [
          file.replace(/\.json$/, ''),
          flattenMessages(
            JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as object,
          ) as Catalogue,
        ]),
      ),
    ]),
  );

describe('the catalogues of the four languages', () => {
  it('say the same things', () => {
    const gaps = findGaps(readAll()).map(
      (gap) => `${gap.language}/${gap.namespace} ${gap.key}: ${gap.problem}`,
    );
    expect(gaps).toEqual([]);
  });

  it('are exactly the four languages', () => {
    expect(readdirSync(folder).sort()).toEqual([...LANGUAGES].sort());
  });

  it('have an up-to-date type of their keys (else run: node tests/support/write-message-index.ts)', () => {
    expect(readFileSync(messageIndexFile, 'utf8')).toBe(messageIndex());
  });

  it('hold no key twice', () => {
    const doubles: string[] = [];
    for (const language of LANGUAGES) {
      for (const file of readdirSync(join(folder, language))) {
        const text = readFileSync(join(folder, language, file), 'utf8');
        const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*:/g)].length;
        const count = (node: unknown): number =>
          node !== null && typeof node === 'object'
            ? Object.values(node).reduce<number>((sum, child) => sum + 1 + count(child), 0)
            : 0;
        if (written !== count(JSON.parse(text))) doubles.push(`${language}/${file}`);
      }
    }
    expect(doubles).toEqual([]);
  });

  it('keep languages apart: Persian, Chinese and Thai texts are in their script', () => {
    const scripts = { fa: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, th: /\p{Script=Thai}/u } as const;
    const all = readAll();
    const suspicious: string[] = [];
    for (const [language, script] of Object.entries(scripts)) {
      for (const [namespace, catalogue] of Object.entries(all[language] ?? {})) {
        for (const [key, text] of Object.entries(catalogue)) {
          const words = String(text)
            .replace(/\{\{[^}]*\}\}/g, '')
            .replace(/Heirloom|https?:\S+|[A-Z]{2,}|\.?[a-z]+\.[a-z]+/g, '');
          if (/[a-z]{4,}/i.test(words) && !script.test(words) && text === all['en']?.[namespace]?.[key]) {
            suspicious.push(`${language}/${namespace} ${key}: ${String(text)}`);
          }
        }
      }
    }
    expect(suspicious).toEqual([]);
  });
});

describe('findGaps sees planted faults', () => {
  const english = { save: 'Save {{name}}', items_one: '{{count}} item', items_other: '{{count}} items' };
  const good = { en: { x: english }, zh: { x: { save: '保存{{name}}', items_other: '{{count}} 项' } } };
  const nested = (value: object): Catalogue => flattenMessages(value);
  const problems = (zh: Catalogue) =>
    findGaps({ en: { x: english }, zh: { x: zh } }).map((gap) => gap.problem);

  it('and is silent when there are none', () => expect(findGaps(good)).toEqual([]));
  it('missing key', () => expect(problems({ items_other: '{{count}}' })).toEqual(['missing']));
  it('key English does not have', () =>
    expect(problems({ ...good.zh.x, more: '更多' })).toEqual(['not-in-english']));
  it('a list instead of text', () => expect(problems({ ...good.zh.x, save: ['a'] })).toEqual(['not-text']));
  it('a group where English has text', () =>
    expect(problems(nested({ ...good.zh.x, save: { a: 'b' } }))).toEqual(['missing', 'not-in-english']));
  it('empty text', () => expect(problems({ ...good.zh.x, save: ' ' })).toEqual(['empty']));
  it('lost placeholder', () =>
    expect(problems({ ...good.zh.x, save: '保存' })).toEqual(['other-placeholders']));
  it('placeholder spelt differently', () =>
    expect(problems({ ...good.zh.x, save: '保存{{nmae}}' })).toEqual(['other-placeholders']));
  it('a plural without its general form', () =>
    expect(
      findGaps({ en: { x: english }, fa: { x: { save: '{{name}}', items_one: '{{count}}' } } }).map(
        (g) => g.problem,
      ),
    ).toEqual(['missing-plural-other']));
  it('a Persian plural without its singular', () =>
    expect(
      findGaps({ en: { x: english }, fa: { x: { save: '{{name}}', items_other: '{{count}}' } } }).map(
        (g) => g.problem,
      ),
    ).toEqual(['missing-plural-one']));
  it('a whole file missing', () =>
    expect(findGaps({ en: { x: english }, th: {} }).map((g) => g.problem)).toEqual(['missing-namespace']));
  it('a whole file too many', () =>
    expect(findGaps({ en: {}, th: { x: { a: 'ก' } } }).map((g) => g.problem)).toEqual(['not-in-english']));
});

describe('pseudo-locales', () => {
  it('lengthen and accent text but keep placeholders', () => {
    const text = pseudoLong('Save {{name}} now');
    expect(text).toContain('{{name}}');
    expect(text.length).toBeGreaterThan('Save {{name}} now'.length * 1.4);
    expect(text).not.toContain('Save');
  });
  it('turn text around but keep placeholders', () => {
    expect(pseudoMirrored('Save {{name}}')).toBe('\u202ESave \u202C{{name}}');
  });
});
