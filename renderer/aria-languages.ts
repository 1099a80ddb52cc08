import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

// React Aria speaks 33 languages to screen readers, but neither Persian nor Thai, and it brings all 33 into the bundle.
// This build step leaves English and Chinese and adds our own words for Persian and Thai (catalogue namespace `aria`).

const OWN = ['fa', 'th'] as const;

type Words = Readonly<Record<string, string>>;

const wordsOf = (language: string): Words =>
  JSON.parse(
    readFileSync(new URL(`../shared/i18n/messages/${language}/aria.json`, import.meta.url), 'utf8'),
  ) as Words;

/** `{{count}} items` → the function React Aria expects; text without values stays text. Numbers get local digits. */
export const toAriaMessage = (text: string): string => {
  if (!text.includes('{{')) return JSON.stringify(text);
  const parts = text
    .split(/\{\{(\w+)\}\}/)
    .map((part, at) =>
      at % 2 === 0
        ? JSON.stringify(part)
        : `(typeof args.${part} === "number" ? formatter.number(args.${part}) : args.${part})`,
    );
  return `(args, formatter) => [${parts.join(', ')}].join("")`;
};

/** The object literal of one package in one language, on top of English. */
const dictionary = (words: Words, packageName: string, english: string): string => {
  const own = Object.entries(words)
    .filter(([key]) => key.startsWith(`${packageName}.`))
    .map(([key, text]) => `${JSON.stringify(key.slice(packageName.length + 1))}: ${toAriaMessage(text)}`);
  return `{ ...${english}, ${own.join(', ')} }`;
};

/** Rewrites one of React Aria's `intlStrings` modules; null when it is not one. */
export const rewriteStrings = (
  code: string,
  id: string,
  words: Readonly<Record<string, Words>>,
): string | null => {
  const match =
    /\/(?:react-aria|react-stately|react-aria-components)\/dist\/private\/(?:([a-z]+)\/)?intlStrings\.(?:mjs|js)$/.exec(
      id,
    );
  const english = /"en-US": (\$[\w$]+)/.exec(code)?.[1];
  const chinese = /"zh-CN": (\$[\w$]+)/.exec(code)?.[1];
  const exported = /export \{\s*(\$[\w$]+) as default/.exec(code)?.[1];
  if (!match || !english || !chinese || !exported) return null;
  const packageName = match[1] ?? 'components';
  const imports = [english, chinese].map((name) =>
    code.split('\n').find((line) => line.startsWith(`import ${name} from `)),
  );
  return [
    ...imports,
    `const ${exported} = {`,
    `  "en-US": ${english},`,
    `  "zh-CN": ${chinese},`,
    ...OWN.map((language) => `  "${language}": ${dictionary(words[language] ?? {}, packageName, english)},`),
    '};',
    `export { ${exported} as default };`,
  ].join('\n');
};

/** Vite plugin: React Aria in our four languages and no others. */
export const ariaLanguages = (): Plugin => {
  const words = Object.fromEntries(OWN.map((language) => [language, wordsOf(language)]));
  return {
    name: 'aria-languages',
    enforce: 'pre',
    transform: (code, id) => {
      if (!id.includes('intlStrings')) return null;
      const rewritten = rewriteStrings(code, id.split('?', 1)[0] ?? id, words);
      return rewritten === null ? null : { code: rewritten, map: null };
    },
  };
};
