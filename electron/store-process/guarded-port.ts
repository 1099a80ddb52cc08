// Between a page's port and the call handler. The handler trusts that a message is well formed and would end this process on
// one that is not; a page that has been taken over must not be able to do that, so only messages of the expected shape pass.
import {
  MAX_CALL_BYTES,
  MAX_CALL_DEPTH,
  nestsDeeperThan,
  tooLargeBody,
} from '../../shared/contract/call-limits.ts';

/** A port in the form Electron's main-side ports have. */
export interface StorePort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

/** The same port, but what is malformed is dropped and what is too large or too deep is answered with TOO_LARGE. */
export function guardedPort(port: StorePort): StorePort {
  return {
    postMessage: (data) => port.postMessage(data),
    on: (event, listener) => {
      if (event !== 'message') return port.on(event, listener);
      port.on('message', (message) => {
        const checked = checkMessage(message?.data);
        if (checked.pass) listener({ data: checked.message });
        else if (checked.answer) port.postMessage(checked.answer);
      });
    },
  };
}

type Checked =
  | { readonly pass: true; readonly message: object }
  | { readonly pass: false; readonly answer: string | null };

const DROP: Checked = { pass: false, answer: null };

/** Exported for its test table. Calls travel as JSON text; nothing of ours sends binary or objects. */
export function checkMessage(data: unknown): Checked {
  if (typeof data !== 'string') return DROP;
  if (data.length > MAX_CALL_BYTES || nestsDeeperThan(data, MAX_CALL_DEPTH)) {
    // The client writes the id first, so it can be read without parsing what we refuse to parse.
    const id = /^\{"i":"([A-Za-z0-9]{1,20})"/.exec(data.slice(0, 40))?.[1];
    return {
      pass: false,
      answer: id ? JSON.stringify({ i: id, p: { s: 413, b: tooLargeBody() } }) : null,
    };
  }
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return DROP;
  }
  return isRequest(message) ? { pass: true, message } : DROP;
}

const REQUEST = 1;
const ABORT = 4;

function isRequest(message: unknown): message is object {
  if (!isPlain(message)) return false;
  const { i, t, p } = message;
  if (typeof i !== 'string' || i.length > 20) return false;
  if (t === ABORT) return true;
  // No call of the contract takes a stream as input, so messages that continue one are not expected.
  if (t !== undefined && t !== REQUEST) return false;
  if (!isPlain(p) || typeof p['u'] !== 'string') return false;
  // One address form only: an absolute one would be parsed as such and is never sent by our client.
  if (!/^\/[A-Za-z0-9/_-]{1,200}$/.test(p['u'])) return false;
  if (p['m'] !== undefined) return false;
  const headers = p['h'];
  if (headers === undefined) return true;
  return isPlain(headers) && Object.entries(headers).every(isHarmlessHeader);
}

/** `content-type: text/event-stream` would make the body a stream; last-event-id is how a watch resumes. */
function isHarmlessHeader([name, value]: [string, unknown]): boolean {
  return name === 'last-event-id' && typeof value === 'string' && value.length <= 200;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
