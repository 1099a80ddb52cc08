/** From this many letters on. */
const LONG = 50_000;

/**
 * The body of a call, a long one as a blob: the browser fetches its bytes from there beside the page's own work, where it
 * takes over a long text within the call, in five times as long (a note of 60,000 words: 20 ms, in which no key is heard).
 * Not while the page goes: what is in the call has left the page with it.
 */
export function bodyOf(body: unknown, isGoing: boolean): unknown {
  if (isGoing || typeof body !== 'object' || body === null || !('json' in body)) return body;
  const text = JSON.stringify(body);
  return text.length < LONG ? body : new Blob([text], { type: 'application/json' });
}
