import { expect, it } from 'vitest';
import { LinkTargets } from '../../electron/importers/documents/names.ts';

const targets = new LinkTargets({
  notes: [
    { id: 'one', title: 'Pump', path: 'a/Pump.md', names: ['Seal', 'Über'] },
    { id: 'two', title: 'pump', path: 'b/pump.md', names: ['seal'] },
    { id: 'page', title: 'Page', path: 'b/c#d 50%.html', names: [] },
  ],
  library: [
    { id: 'away', title: 'Away' },
    { id: 'hidden', title: 'Pump' },
  ],
  files: [
    { index: 3, path: 'img/A.png' },
    { index: 4, path: 'b/a.png' },
  ],
  renamed: [],
});
const wiki = (target: string, from = 'index.md') =>
  targets.resolverFor(from)({ target, label: '', wiki: true })?.id;
const link = (target: string, from = 'b/index.md') =>
  targets.resolverFor(from)({ target, label: '', wiki: false })?.id;

it('a name means a note whatever its case, and of two notes the first', () => {
  expect(['pump', 'PUMP', 'seal', 'SEAL', 'über'].map((name) => wiki(name))).toEqual(Array(5).fill('one'));
  expect(wiki('b/Pump')).toBe('two');
  expect(wiki('../b/PUMP', 'a/x.md')).toBe('two');
  expect(wiki('elsewhere/pump')).toBe('one');
  expect(wiki('away')).toBe('away');
  expect(wiki('nowhere')).toBeUndefined();
});

it('a link means the file at its path, spelled out or not, and never one elsewhere', () => {
  expect(link('pump.md')).toBe('two');
  expect(link('../A/pump.md#top')).toBe('one');
  expect(link('c%23d%2050%25.html?x=1')).toBe('page');
  // No address: it is no good as numbers, and is taken as it is.
  expect(link('50%')).toBeUndefined();
  expect(link('Away')).toBeUndefined();
  for (const far of ['https://x.example/pump.md', '//x.example/pump.md', 'file:///b/pump.md', '#pump', ''])
    expect(link(far), far).toBeUndefined();
});

it('a file is the one beside the note, else the first of that name', () => {
  expect(targets.file('a.png', 'b/index.md')).toBe(4);
  expect(targets.file('img/a.png', 'index.md')).toBe(3);
  expect(targets.file('a%2Epng', 'elsewhere/index.md')).toBe(3);
  expect(targets.file('b.png', 'index.md')).toBeNull();
  expect(targets.file('data:image/png,a.png', 'index.md')).toBeNull();
});
