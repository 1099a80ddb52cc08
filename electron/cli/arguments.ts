import { parseArgs } from 'node:util';
import { say } from './words.ts';

/** The words after `heirloom` are wrong: exit code 2, nothing was touched. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export type OptionKind = 'string' | 'boolean';
export type Arguments = {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  /** Throws UsageError when it is missing. */
  readonly need: (name: string) => string;
  /** A whole number within bounds, or the default. */
  readonly number: (name: string, bounds: { min: number; max: number; default: number }) => number;
};

/** Reads the words of one command. Anything it does not know is refused: a misspelt option must not be ignored. */
export function readArguments(
  words: readonly string[],
  options: Readonly<Record<string, OptionKind>>,
  positionals: { readonly min: number; readonly max: number },
): Arguments {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...words],
      options: Object.fromEntries(
        Object.entries({ ...options, json: 'boolean' as const }).map(([name, type]) => [name, { type }]),
      ),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const unknown = /'(-[^']*)'/.exec((error as Error).message)?.[1] ?? '';
    throw new UsageError(say('badOption', { option: unknown }));
  }
  const { values } = parsed;
  if (parsed.positionals.length < positionals.min) throw new UsageError(say('tooFewWords'));
  if (parsed.positionals.length > positionals.max) {
    throw new UsageError(say('tooManyWords', { word: parsed.positionals[positionals.max] ?? '' }));
  }
  const text = (name: string): string | undefined => values[name] as string | undefined;
  return {
    words: parsed.positionals,
    text,
    flag: (name) => values[name] === true,
    need: (name) => {
      const value = text(name);
      if (value === undefined || value === '')
        throw new UsageError(say('missingOption', { option: `--${name}` }));
      return value;
    },
    number: (name, bounds) => {
      const value = text(name);
      if (value === undefined) return bounds.default;
      const number = Number(value);
      if (!Number.isInteger(number) || number < bounds.min || number > bounds.max) {
        throw new UsageError(say('badNumber', { option: `--${name}`, min: bounds.min, max: bounds.max }));
      }
      return number;
    },
  };
}
