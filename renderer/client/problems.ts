import { ORPCError } from '@orpc/client';
import { DisconnectedError } from './connection-state.ts';
import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

/** An error as the page treats it: a code with words in the catalogue, and detail for whoever helps. */
export interface Problem {
  readonly code: ErrorCode | 'INVALID' | 'DISCONNECTED' | 'UNAUTHORIZED' | 'UNKNOWN';
  /** Which rule or which fault of a file: `topic-circle`, `not-a-zip`. Empty when the code says it all. */
  readonly sub: string;
  readonly data: unknown;
  /** English, technical, copyable; never shown first. */
  readonly detail: string;
}

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncause: ${describe(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
};

const isCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);

const subOf = (data: unknown): string => {
  if (data === null || typeof data !== 'object') return '';
  const { rule, code, reason } = data as { rule?: unknown; code?: unknown; reason?: unknown };
  const sub = rule ?? code ?? reason;
  return typeof sub === 'string' ? sub : '';
};

/** Any thrown value → what to tell. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof DisconnectedError) {
    return { code: 'DISCONNECTED', sub: '', data: null, detail: describe(error) };
  }
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    const detail = `${error.code} ${error.message}${data === undefined ? '' : `\n${JSON.stringify(data, null, 2)}`}`;
    const code = isCode(error.code)
      ? error.code
      : error.status === 400
        ? 'INVALID'
        : error.status === 401
          ? 'UNAUTHORIZED'
          : error.status === 413
            ? 'TOO_LARGE'
            : 'UNKNOWN';
    return { code, sub: subOf(data), data, detail };
  }
  // by name, not by class: the error may come from another realm (a frame, a test's window)
  if ((error as { name?: unknown } | null)?.name === 'AbortError') {
    return { code: 'CANCELLED', sub: '', data: null, detail: describe(error) };
  }
  return { code: 'UNKNOWN', sub: '', data: null, detail: describe(error) };
};

/** A failed job carries its code as text. */
export const jobProblem = (error: { readonly code: string; readonly detail: string }): Problem => {
  const [head = '', sub = ''] = error.code.split(':');
  return {
    code: isCode(head) ? head : 'UNKNOWN',
    sub: isCode(head) ? sub : head,
    data: null,
    detail: `${error.code}\n${error.detail}`,
  };
};
