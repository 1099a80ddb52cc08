/**
 * JSON with keys in alphabetical order, so that equal values are equal text whatever order they were built in. Keys whose
 * value is `undefined` are left out, as JSON.stringify does. Numbers must be finite.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Record<string, unknown>;
  // No prototype: a key called `__proto__` must stay a key.
  const result = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(source).sort()) {
    if (source[key] !== undefined) result[key] = sorted(source[key]);
  }
  return result;
}

/** How deep objects and arrays nest in a JSON text, counted without parsing it: a parser may not survive what this refuses. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}
