import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './launch.ts';

/** Looks up what the page says, so that a story reads the same in every language: `say('cases:imp.next')`. */
export function wordsOf(
  language: string,
): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const files = new Map<string, Record<string, string>>();
  return (key, values = {}) => {
    const [namespace = '', name = ''] = key.split(':');
    let file = files.get(namespace);
    if (file === undefined) {
      file = JSON.parse(
        readFileSync(join(ROOT, 'shared/i18n/messages', language, `${namespace}.json`), 'utf8'),
      ) as Record<string, string>;
      files.set(namespace, file);
    }
    const text = file[name];
    if (text === undefined) throw new Error(`no text ${key} in ${language}`);
    return text.replace(/\{\{(\w+)[^}]*\}\}/g, (_, value: string) => String(values[value] ?? ''));
  };
}
