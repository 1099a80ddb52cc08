import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../renderer/', import.meta.url));

// Left and right do not exist in this house: a page in Persian is the same page turned around.
const PHYSICAL =
  /(?<![\w-])(?:-?(?:ml|mr|pl|pr)-(?:\d|\[|auto|px)|(?:left|right)-(?:\d|\[|auto|px|full)|text-(?:left|right)(?![\w-])|(?:border|rounded)-(?:l|r|tl|tr|bl|br)(?![\w])|float-(?:left|right))/g;
const PHYSICAL_CSS =
  /(?<![\w-])(?:margin|padding|border)-(?:left|right)\b|text-align:\s*(?:left|right)\b|(?:^|[\s;{])(?:left|right):/g;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

// Two honest uses of sides. A rule that names the direction it is for says both sides itself: what stands inside may have a
// direction of its own, yet the lines of a table follow the table. And a box of user text has the direction of its text, yet stands where the page begins. It asks the
// page for its direction in the same line.
const ASKS_THE_PAGE = /^.*direction === 'rtl' \?.*$/gm;
const NAMES_THE_DIRECTION = /^[^{}]*\[dir="(?:rtl|ltr)"\][^{}]*\{[^{}]*\}/gm;

const found = (text: string, isCss: boolean): readonly string[] =>
  [
    ...text
      .replace(ASKS_THE_PAGE, '')
      .replace(isCss ? NAMES_THE_DIRECTION : '', '')
      .matchAll(isCss ? PHYSICAL_CSS : PHYSICAL),
  ].map((match) => match[0].trim());

it('the page uses logical sides only', () => {
  const sins = files.flatMap((file) =>
    found(readFileSync(file, 'utf8'), file.endsWith('.css')).map(
      (what) => `${file.slice(folder.length)}: ${what}`,
    ),
  );
  expect(sins).toEqual([]);
});

it('physical sides are seen when planted', () => {
  expect(found('className="ml-2 text-left"', false)).toEqual(['ml-2', 'text-left']);
  expect(found('className="border-l rounded-tr pe-2 ms-1 start-0"', false)).toEqual([
    'border-l',
    'rounded-tr',
  ]);
  expect(found("direction === 'rtl' ? 'text-right' : 'text-left'", false)).toEqual([]);
  expect(found('.a { margin-left: 1px; text-align: right }', true)).toEqual([
    'margin-left',
    'text-align: right',
  ]);
  expect(found('.a[dir="rtl"] td { border-left: 0 }\n.b { border-right: 0 }', true)).toEqual([
    'border-right',
  ]);
  expect(found('.a { margin-inline-start: 1px; text-align: start }', true)).toEqual([]);
});
