import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { describeError } from '../core/core-error.ts';
import { type Core, openCore } from '../core/open-core.ts';
import { say } from './words.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function clientOf(core: Core) {
  return createRouterClient(core.router, { context: {} });
}
export type Client = ReturnType<typeof clientOf>;

/** An error of the core as one line for people. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** The path as given, made absolute; throws when there is no such file (or folder). */
export function existing(path: string): string {
  const absolute = resolve(path);
  try {
    statSync(absolute);
  } catch {
    throw new CommandError(say('noSuchFile', { path }));
  }
  return absolute;
}

/**
 * Opens a core, hands it to `work` and closes it. The state folder is a throw-away one: a command must not change what
 * the app remembers of this machine.
 */
export async function withCore<T>(work: (core: Core, client: Client) => Promise<T>): Promise<T> {
  const stateDir = mkdtempSync(join(tmpdir(), 'heirloom-cli-'));
  const core = await openCore({
    stateDir,
    resourcesDir: join(ROOT, 'resources'),
    readerDir: join(ROOT, 'out', 'reader'),
    backgroundWork: false,
  });
  try {
    return await work(core, clientOf(core));
  } finally {
    await core.close();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** The same with the library in `folder` open. `reads` may go on beside an app that has it open: it only looks. */
export function withLibrary<T>(
  folder: string,
  mode: 'reads' | 'writes',
  work: (client: Client, core: Core) => Promise<T>,
): Promise<T> {
  return withCore(async (core, client) => {
    existing(folder);
    try {
      await core.openLibrary(folder);
    } catch (error) {
      if (mode === 'reads' && describeError(error).code === 'LOCKED')
        await core.openLibrary(folder, { readOnly: true });
      else throw error;
    }
    return work(client, core);
  });
}

/** One line that says what went wrong. */
export function wordsFor(error: unknown, folder: string | undefined): string {
  if (error instanceof CommandError) return error.message;
  const data = (error as { data?: { rule?: string; code?: string; detail?: string; pid?: number } } | null)
    ?.data;
  const code = (error as { code?: string }).code;
  const library = folder ?? '';
  switch (code) {
    case 'BAD_REQUEST':
      return say('badInput');
    case 'LOCKED':
      return say('locked', { folder: library, pid: data?.pid ?? '' });
    default:
      break;
  }
  const described = describeError(error);
  switch (described.code) {
    case 'NOT_A_LIBRARY':
      return say('notALibrary', { folder: library });
    case 'LOCKED':
      return say('locked', {
        folder: library,
        pid: (error as { holder?: { pid: number } }).holder?.pid ?? '',
      });
    case 'READ_ONLY':
      return say('readOnly', { folder: library });
    case 'NOT_FOUND':
      return say('notFound');
    case 'DISK_FULL':
      return say('diskFull');
    default:
      break;
  }
  if (code === 'NOT_FOUND') return say('notFound');
  if (code === 'READ_ONLY') return say('readOnly', { folder: library });
  if (data?.rule === 'folder-not-empty') return say('folderNotEmpty');
  if (data?.rule === 'place') return say('badPlace');
  if (code === 'BAD_FILE' || described.code === 'BAD_FILE')
    return say('badFile', { code: data?.code ?? described.detail });
  return say('failed', { detail: described.detail });
}
