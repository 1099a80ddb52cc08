import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { AUDIENCES, type Audience } from '../../shared/domain/record.ts';
import type { Core } from '../core/open-core.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { CommandError } from './with-library.ts';
import { say } from './words.ts';

// What the commands that write a file have in common: for whom, where to, and that no half of it is ever seen.

/** `--audience`, or `usual` where it is not said. */
export function audienceWanted(args: Arguments, usual: Audience): Audience {
  const wanted = args.text('audience') ?? usual;
  const audience = AUDIENCES.find((one) => one === wanted);
  if (audience === undefined) throw new UsageError(say('badAudience', { audiences: AUDIENCES.join(', ') }));
  return audience;
}

/** Throws where a file is in the way and `--force` was not said. */
export function refuseTaken(target: string, args: Arguments): void {
  if (existsSync(target) && !args.flag('force')) throw new CommandError(say('outExists', { path: target }));
}

/** Copies what a job made to `target`, under that name only when it is whole: nobody must ever meet half a file. */
export function keepDownload(core: Core, downloadId: string, target: string): void {
  const made = core.downloadPath(downloadId);
  if (made === null) throw new CommandError(say('failed', { detail: 'no file' }));
  const temporary = `${target}.part`;
  try {
    copyFileSync(made.path, temporary);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}
