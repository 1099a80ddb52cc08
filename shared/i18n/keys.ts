import type { Messages } from './messages.gen.ts';

/** A namespace is a file name under `messages/en/`. */
export type Namespace = keyof Messages;

// `results_one` and `results_other` are one key, `results`, called with a count.
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

// Files may group keys (`{ "open": { "title": … } }`); code always writes the path, `open.title`.
type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

/** The keys of one namespace, as code writes them. */
export type KeyOf<N extends Namespace> = WithoutPlural<Paths<Messages[N]>>;

/** Any key with its namespace: `common:save`. */
export type FullKey = { [N in Namespace]: `${N}:${KeyOf<N>}` }[Namespace];

/** What `{{…}}` may hold. Numbers are written in the digits of the language. */
export type MessageValues = Readonly<Record<string, string | number>>;
