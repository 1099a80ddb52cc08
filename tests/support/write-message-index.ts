// Writes shared/i18n/messages.gen.ts, the type of every message key, from the files under shared/i18n/messages/en/.
// Run it after adding a namespace:  node tests/support/write-message-index.ts   (tests/unit/catalogue-parity.test.ts says when).
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const i18nFolder = fileURLToPath(new URL('../../shared/i18n/', import.meta.url));
export const messageIndexFile = join(i18nFolder, 'messages.gen.ts');

const variableOf = (namespace: string): string =>
  namespace.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The text the index should have now. */
export const messageIndex = (): string => {
  const namespaces = readdirSync(join(i18nFolder, 'messages', 'en'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  return [
    '// Written by tests/support/write-message-index.ts: one line for each file in messages/en. Do not edit.',
    ...namespaces.map((name) => `import type ${variableOf(name)} from './messages/en/${name}.json';`),
    '',
    'export interface Messages {',
    ...namespaces.map((name) => {
      const variable = variableOf(name);
      return `  readonly ${variable === name ? name : `'${name}'`}: typeof ${variable};`;
    }),
    '}',
    '',
  ].join('\n');
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(messageIndexFile, messageIndex());
