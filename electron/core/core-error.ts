import { ORPCError } from '@orpc/server';
import { ERRORS, type ErrorCode } from '../../shared/contract/errors.ts';
import { LibraryLocked } from '../data/lock.ts';
import { NotALibrary } from '../data/open-database.ts';
import { FileRefused } from '../media/keep-file.ts';

/** A failure on purpose: one of the contract's codes with its data. Everything else is a bug. */
export class CoreError extends Error {
  readonly code: ErrorCode;
  readonly data: unknown;
  constructor(code: ErrorCode, data?: unknown, message?: string) {
    super(message ?? code);
    this.name = 'CoreError';
    this.code = code;
    this.data = data;
  }
}

export function rule(name: string, detail?: string): CoreError {
  return new CoreError('RULE', { rule: name, detail }, `${name}${detail === undefined ? '' : `: ${detail}`}`);
}

/** What SQLite and the file system say, in the words of the contract. Undefined for what we do not know. */
function translate(error: unknown): CoreError | undefined {
  if (error instanceof CoreError) return error;
  if (error instanceof LibraryLocked) {
    const { pid, since, port } = error.holder;
    return new CoreError('LOCKED', { pid, since, port }, error.message);
  }
  if (error instanceof FileRefused) {
    const { code, ...data } = error.refusal;
    return new CoreError(code === 'file-too-large' ? 'FILE_TOO_LARGE' : 'PICTURE_TOO_LARGE', data);
  }
  if (error instanceof NotALibrary) return new CoreError('NOT_A_LIBRARY', undefined, error.message);
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (name === 'AbortError') return new CoreError('CANCELLED');
  if (name === 'BadFile' || name === 'BadPackage') {
    const detail = (error as { detail?: unknown }).detail;
    return new CoreError(
      'BAD_FILE',
      { code: String(code), ...(detail === undefined ? {} : { detail: String(detail) }) },
      (error as Error).message,
    );
  }
  if (typeof code !== 'string') return undefined;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new CoreError('DISK_FULL');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new CoreError('READ_ONLY', { reason: 'folder' });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new CoreError('DAMAGED', { detail: (error as Error).message });
  }
  return undefined;
}

/** The error as a carrier sends it. Unknown ones keep their message out: it may quote somebody's text. */
export function toWireError(error: unknown): unknown {
  const known = translate(error);
  if (known === undefined) return error;
  return new ORPCError(known.code, {
    status: ERRORS[known.code].status,
    message: known.message,
    data: known.data,
  });
}

/** Code and technical detail, for job results and the command line. */
export function describeError(error: unknown): { readonly code: string; readonly detail: string } {
  const known = translate(error);
  if (known !== undefined) {
    const detail =
      known.data === undefined ? known.message : `${known.message} ${JSON.stringify(known.data)}`;
    return { code: known.code, detail };
  }
  return { code: 'INTERNAL_SERVER_ERROR', detail: error instanceof Error ? error.message : String(error) };
}
