import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNamer, safeFileName } from '../../shared/base/file-names.ts';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('names of files from what people write', () => {
  it.each([
    ['Pump 3: seal/shaft?', 'Pump 3 seal shaft'],
    ['..\\..\\etc\\passwd', 'etc passwd'],
    ['../../etc/passwd', 'etc passwd'],
    ['می‌خواهم', 'می‌خواهم'],
    ['ปั๊ม 泵', 'ปั๊ม 泵'],
    ['👩🏽‍🔧 fixes it', '👩🏽‍🔧 fixes it'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['Aux ', '_Aux'],
    ['COM1', '_COM1'],
    ['com¹.log', '_com¹.log'],
    ['LPT9 notes', '_LPT9 notes'],
    ['CONIN$', '_CONIN$'],
    ['console', 'console'],
    ['gpj\u202eexe.', 'gpj exe'],
    ['a\u0000b\nc\td', 'a b c d'],
    [' . hidden. ', 'hidden'],
    ['', 'fallback'],
    ['...', 'fallback'],
    ['\ud800', 'fallback'],
    ['e\u0301', 'é'],
  ])('%j becomes %j', (raw, wanted) => {
    expect(safeFileName(raw, 'fallback')).toBe(wanted);
  });

  it('are short, and cut between signs', () => {
    expect([...safeFileName('a'.repeat(500), 'x')]).toHaveLength(80);
    const many = safeFileName('👩🏽‍🔧'.repeat(60), 'x');
    expect(bytes(many)).toBeLessThanOrEqual(150);
    expect(many.replaceAll('👩🏽‍🔧', '')).toBe('');
  });

  it('hold nothing that a file system or a person could misread, whatever is written', () => {
    const check = (text: string): void => {
      const name = safeFileName(text, 'x');
      expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u);
      expect(name).toBe(name.trim());
      expect(name).not.toMatch(/^\.|\.$|^$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
      expect(bytes(name)).toBeLessThanOrEqual(151);
    };
    HOSTILE_TEXTS.forEach(check);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check), { numRuns: 300 });
  });

  it('differ also for systems that forget case or how letters are put together', () => {
    const name = fileNamer();
    expect(name('Pump', 'md', 'x')).toBe('Pump.md');
    expect(name('PUMP', 'md', 'x')).toBe('PUMP (2).md');
    expect(name('pump', 'md', 'x')).toBe('pump (3).md');
    expect(name('pump', 'txt', 'x')).toBe('pump.txt');
    expect(name('straße', 'md', 'x')).toBe('straße.md');
    expect(name('STRASSE', 'md', 'x')).toBe('STRASSE (2).md');
    expect(name('ﬁsh', 'md', 'x')).toBe('ﬁsh.md');
    expect(name('fish', 'md', 'x')).toBe('fish (2).md');
    expect(name('', 'md', 'Untitled')).toBe('Untitled.md');
    expect(name('', 'md', 'Untitled')).toBe('Untitled (2).md');
    expect(name('a (2)', 'md', 'x')).toBe('a (2).md');
    expect(name('a', 'md', 'x')).toBe('a.md');
    expect(name('a', 'md', 'x')).toBe('a (3).md');
  });
});
