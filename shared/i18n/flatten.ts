/** A namespace file as written: flat keys, or groups inside groups. */
export type MessageTree = { readonly [key: string]: string | MessageTree };

/** `{ a: { b: 'x' } }` → `{ 'a.b': 'x' }`. Values that are not text are kept as they are, for the parity check to see. */
export const flattenMessages = (tree: object): Readonly<Record<string, string>> => {
  const flat: [string, string][] = [];
  const walk = (node: object, prefix: string): void => {
    for (const [key, value] of Object.entries(node)) {
      if (value !== null && typeof value === 'object' && !Array.isArray(value))
        walk(value as object, `${prefix}${key}.`);
      else flat.push([prefix + key, value as string]);
    }
  };
  walk(tree, '');
  return Object.fromEntries(flat);
};
