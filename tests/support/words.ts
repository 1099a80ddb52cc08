import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './launch.ts';

/** A catalogue keeps its keys flat (`a.b`) or one in the other. */
type Words = { readonly [key: string]: string | Words };

const inner = (at: Words | string | undefined, key: string): Words | string | undefined =>
  typeof at === 'object' ? at[key] : undefined;

/** Looks up what the page says, so that a story reads the same in every language: `say('imports:columns.see')`. */
export function wordsOf(
  language: string,
): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const files = new Map<string, Words>();
  return (key, values = {}) => {
    const [namespace = '', name = ''] = key.split(':');
    let file = files.get(namespace);
    if (file === undefined) {
      file = JSON.parse(
        readFileSync(join(ROOT, 'shared/i18n/messages', language, `${namespace}.json`), 'utf8'),
      ) as Words;
      files.set(namespace, file);
    }
    const text = file[name] ?? name.split('.').reduce<Words | string | undefined>(inner, file);
    if (typeof text !== 'string') throw new Error(`no text ${key} in ${language}`);
    return text.replace(/\{\{(\w+)[^}]*\}\}/g, (_, value: string) => String(values[value] ?? ''));
  };
}
