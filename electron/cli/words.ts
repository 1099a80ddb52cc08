import en from '../../shared/i18n/messages/en/cli.json' with { type: 'json' };
import fa from '../../shared/i18n/messages/fa/cli.json' with { type: 'json' };
import th from '../../shared/i18n/messages/th/cli.json' with { type: 'json' };
import zh from '../../shared/i18n/messages/zh/cli.json' with { type: 'json' };

export type WordKey = keyof typeof en;

const CATALOGUES: Record<string, Readonly<Record<WordKey, string>>> = { en, fa, th, zh };

/** The terminal's language by the usual variables (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): string {
  const wanted = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2).toLowerCase();
  return wanted in CATALOGUES ? wanted : 'en';
}

/** One line in the terminal's language; `{{name}}` is replaced by the value of that name. */
export function say(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text = CATALOGUES[languageOf(process.env)]?.[key] ?? en[key];
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
