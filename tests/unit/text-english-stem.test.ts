import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { englishStem } from '../../shared/text/english-stem.ts';

// The port of the Snowball project's own stemmer serves as the judge; it has no types.
const snowball = createRequire(import.meta.url)('snowball-stemmers') as {
  newStemmer: (language: string) => { stem: (word: string) => string };
};

const ROOTS =
  `abandon able accept act add adjust agree aircraft allow analyse apply argue arrange arsenal attack bed begin bias bleed
boundary bring busy buy call care carry cease change choose city class cloth commit communicate complete connect consider continue
control copy cry customer cut daily deny depend design die dye early electric employ engine enjoy equal event exceed explain fail fee
feed fit flow fly force formal free fulfil gas general generate gentle glory go happen happy hop hope hot idle improve inning
invoice judge knife lay leave lie like logic lose make man manage marry matter measure meet mentor national need news notify
obvious offer only operate order outing own pay plan play please possible predict proceed produce profess prove quick quote rate ray read
reason refer relate repair reply rely report rid run say see sense serve set shy single skis sky sly solve speed stop study succeed
supply tall teach tie tool toy train transfer try type ugly union universe use valid vary very visit wait walk weld yellow yes youth`
    .split(/\s+/)
    .filter((word) => word.length > 0);
const ENDINGS =
  `s es ed ing ings er ers or ly ally ation ations ational ization ize izer ized ness fulness ousness iveness ful less lessly
able ably ability ibility ment ments ement ive ively iviti ous ously ic ical ically icate al alism ality ance ence ent ently ies ied eed
eedly edly ingly y ll lle sses us ss logy logi 's`.split(/\s+/);

test('stems as the Snowball project does', () => {
  const judge = snowball.newStemmer('english');
  const words = ROOTS.flatMap((root) => [
    root,
    ...ENDINGS.map((ending) => root + ending),
    ...ENDINGS.map((ending) => root.slice(0, -1) + ending),
  ]).filter((word) => /^[a-z]+$/.test(word));
  const wrong = words.filter((word) => englishStem(word) !== judge.stem(word));
  expect(words.length).toBeGreaterThan(5000);
  expect(wrong).toEqual([]);
});

test('leaves alone what is not an English word', () => {
  for (const word of ['', 'a', 'کتاب', 'v2s', 'toString', '__proto__']) {
    expect(englishStem(word)).toBe(word);
  }
});
