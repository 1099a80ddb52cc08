import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LOOK } from '../../renderer/app/look-defaults.ts';
import { matchCommands, stepIndex } from '../../renderer/app/palette-entries.ts';
import { rewriteStrings, toAriaMessage } from '../../renderer/aria-languages.ts';
import { ERROR_CODES } from '../../renderer/client/error-codes.ts';
import { keyNames } from '../../renderer/ui/kbd.tsx';
import { initialsOf } from '../../renderer/ui/marks.tsx';
import { addTags } from '../../renderer/widgets/tags-field.tsx';
import { ERRORS } from '../../shared/contract/errors.ts';
import { JOB_KINDS } from '../../shared/contract/jobs.ts';
import { MENU_LOCALES } from '../../shared/contract/native.ts';
import { LINK_TYPES } from '../../shared/domain/link.ts';
import { RECORD_KINDS } from '../../shared/domain/record.ts';
import {
  DEFAULT_APP_SETTINGS,
  CALENDARS as DOMAIN_CALENDARS,
  LANGUAGES as DOMAIN_LANGUAGES,
} from '../../shared/domain/settings.ts';
import { CALENDARS, LANGUAGES } from '../../shared/i18n/locales.ts';

// The first screen must stay small, so the page repeats a few lists instead of importing their schemas. Here they are compared.

const words = (namespace: string): Record<string, string> =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../shared/i18n/messages/en/${namespace}.json`, import.meta.url)),
      'utf8',
    ),
  ) as Record<string, string>;

describe('the page is in step with the contract', () => {
  it('about languages, calendars and the first look', () => {
    expect([...LANGUAGES]).toEqual([...DOMAIN_LANGUAGES]);
    expect([...LANGUAGES]).toEqual([...MENU_LOCALES]);
    expect([...CALENDARS]).toEqual([...DOMAIN_CALENDARS]);
    expect(DEFAULT_LOOK).toEqual(DEFAULT_APP_SETTINGS);
  });
  it('about errors: each code has what happened, what is safe and what to do', () => {
    expect([...ERROR_CODES].sort()).toEqual(Object.keys(ERRORS).sort());
    const errors = words('errors');
    for (const code of [...ERROR_CODES, 'INVALID', 'DISCONNECTED', 'UNAUTHORIZED', 'UNKNOWN']) {
      for (const part of ['what', 'safe', 'do'])
        expect(errors[`${code}.${part}`], `${code}.${part}`).toBeTruthy();
    }
  });
  it('about words for kinds, links and jobs', () => {
    const common = words('common');
    for (const kind of RECORD_KINDS)
      expect([common[`kind.${kind}`], common[`kinds.${kind}`]], kind).not.toContain(undefined);
    for (const type of LINK_TYPES)
      expect([common[`link.${type}`], common[`linkBack.${type}`]], type).not.toContain(undefined);
    for (const kind of JOB_KINDS) expect(words('frame')[`jobs.kind.${kind}`], kind).toBeTruthy();
  });
});

describe('small decisions', () => {
  it('initials: two where letters stand apart, one where they join or say enough', () => {
    expect(initialsOf('Tom Ashgrove')).toBe('TA');
    expect(initialsOf('بهروز سروندی · Behrouz Sarvandi')).toBe('ب');
    expect(initialsOf('刘文华 · Liu Wenhua')).toBe('刘');
    expect(initialsOf('  ')).toBe('?');
    expect(initialsOf('“Ace” o’Neill')).toBe('AO');
  });
  it('key names by machine', () => {
    expect(keyNames('mod+shift+n', false)).toEqual(['Ctrl', 'Shift', 'N']);
    expect(keyNames('mod+shift+n', true)).toEqual(['⌘', '⇧', 'N']);
  });
  it('tags: commas of four scripts, no doubles, limits', () => {
    expect(addTags(['a'], 'b، c、d;  e  f ')).toEqual(['a', 'b', 'c', 'd', 'e f']);
    expect(addTags(['Seal'], 'seal')).toEqual(['Seal']);
    expect(addTags([], 'x'.repeat(200))[0]).toHaveLength(80);
    expect(
      addTags(
        Array.from({ length: 50 }, (_, at) => `t${at}`),
        'more',
      ),
    ).toHaveLength(50);
  });
  it('commands by words in any order; the highlight runs around', () => {
    const entries = [{ label: 'Dark theme' }, { label: 'Light theme' }, { label: 'Notes' }];
    expect(matchCommands(entries, 'theme da').map((entry) => entry.label)).toEqual(['Dark theme']);
    expect(matchCommands(entries, '  ')).toHaveLength(3);
    expect(stepIndex(0, -1, 3)).toBe(2);
    expect(stepIndex(2, 1, 3)).toBe(0);
    expect(stepIndex(0, 1, 0)).toBe(-1);
  });
});

describe('React Aria in our languages', () => {
  const original = [
    'import $x$arAE from "../intl/menu/ar-AE.mjs";',
    'import $x$enUS from "../intl/menu/en-US.mjs";',
    'import $x$zhCN from "../intl/menu/zh-CN.mjs";',
    'var $abc$exports = {};',
    '$abc$exports = { "ar-AE": $x$arAE, "en-US": $x$enUS, "zh-CN": $x$zhCN };',
    'export {$abc$exports as default};',
  ].join('\n');
  it('drops languages we do not speak and adds ours', () => {
    const id = '/x/node_modules/react-aria/dist/private/menu/intlStrings.mjs';
    const code = rewriteStrings(original, id, { fa: { 'menu.a': 'سلام' }, th: { 'grid.b': 'x' } }) ?? '';
    expect(code).not.toContain('ar-AE');
    expect(code).toContain('"fa": { ...$x$enUS, "a": "سلام" }');
    expect(code).toContain('"th": { ...$x$enUS,  }');
    expect(rewriteStrings(original, '/x/other/intlStrings.mjs', {})).toBeNull();
  });
  it('turns values into functions with local digits', () => {
    const text = toAriaMessage('{{count}} items of {{name}}');
    const make = new Function(`return ${text}`) as () => (args: object, formatter: object) => string;
    expect(make()({ count: 3, name: 'x' }, { number: (n: number) => `<${n}>` })).toBe('<3> items of x');
    expect(toAriaMessage('plain "text"')).toBe('"plain \\"text\\""');
  });
});
