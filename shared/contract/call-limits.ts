// Limits that every carrier applies before a call is parsed, so that one bad message cannot make the library's process slow
// for everybody else. They are checked on the raw text, because parsing is what the limits protect.

/** Largest call in bytes (HTTP) or characters (port): 16 MB. Larger files are sent in pieces by the calls made for it. */
export const MAX_CALL_BYTES = 16 * 1024 * 1024;

/** Deepest nesting of arrays and objects. Documents of ours stay below 40. */
export const MAX_CALL_DEPTH = 200;

/** True when the JSON text nests deeper than `limit`. One pass, no allocation; brackets inside strings do not count. */
export function nestsDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) {
      inString = true;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
    }
  }
  return false;
}

/** The answer to a call that is refused before it is parsed: the contract's TOO_LARGE, as the client library reads errors. */
export function tooLargeBody(): { readonly json: Readonly<Record<string, unknown>> } {
  const data = { limit: MAX_CALL_BYTES };
  return { json: { defined: true, code: 'TOO_LARGE', status: 413, message: 'Too large', data } };
}
