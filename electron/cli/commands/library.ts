import { resolve } from 'node:path';
import { LANGUAGES, type UiLanguage } from '../../../shared/domain/settings.ts';
import { type Arguments, UsageError } from '../arguments.ts';
import type { Output } from '../terminal.ts';
import { existing, withCore, withLibrary } from '../with-library.ts';
import { languageOf, say } from '../words.ts';

function languageWanted(args: Arguments): UiLanguage {
  const wanted = args.text('language') ?? languageOf(process.env);
  const known = LANGUAGES.find((language) => language === wanted);
  if (known === undefined) throw new UsageError(say('badLanguage', { languages: LANGUAGES.join(', ') }));
  return known;
}

export async function init(args: Arguments, out: Output): Promise<number> {
  const folder = resolve(args.words[0] as string);
  const language = languageWanted(args);
  return withCore(async (core, client) => {
    if (args.flag('sample')) await core.createSample(folder, language);
    else await client.library.create({ folder, name: args.text('name') ?? 'Heirloom', language });
    const { open } = await client.library.status({});
    if (args.flag('json')) out.json({ id: open?.id, name: open?.name, folder });
    else out.line(say('created', { name: open?.name ?? '', folder }));
    return 0;
  });
}

export async function stats(args: Arguments, out: Output): Promise<number> {
  return withLibrary(args.need('library'), 'reads', async (client) => {
    const report = await client.library.stats({});
    if (args.flag('json')) out.json(report);
    else {
      for (const [kind, count] of Object.entries(report.counts))
        if (count !== 0) out.line(`${kind}\t${count}`);
      out.line(`bytes\t${report.bytes}`);
      out.line(`indexBytes\t${report.indexBytes}`);
      out.line(`mediaBytes\t${report.mediaBytes}`);
    }
    return 0;
  });
}

export async function check(args: Arguments, out: Output): Promise<number> {
  return withLibrary(args.need('library'), 'reads', async (client, core) => {
    const { jobId } = await client.library.startCheck({});
    const report = (await core.finished(jobId)) as {
      ok: boolean;
      problems: { code: string; detail: string }[];
    };
    if (args.flag('json')) out.json(report);
    else if (report.ok) out.line(say('checkGood'));
    else for (const problem of report.problems) out.line(`${problem.code}\t${problem.detail}`);
    return report.ok ? 0 : 1;
  });
}

export async function backup(args: Arguments, out: Output): Promise<number> {
  return withLibrary(args.need('library'), 'writes', async (client, core) => {
    const { jobId } = await client.library.startBackup({});
    const made = (await core.finished(jobId)) as { name: string; bytes: number; at: string };
    if (args.flag('json')) out.json(made);
    else out.line(say('backupMade', { name: made.name }));
    return 0;
  });
}

export async function restore(args: Arguments, out: Output): Promise<number> {
  existing(args.need('library'));
  return withLibrary(args.need('library'), 'reads', async (client) => {
    const backups = await client.library.backups({});
    const name = args.text('backup') ?? backups[0]?.name;
    if (name === undefined) {
      out.error(say('noBackup'));
      return 1;
    }
    const { folder } = await client.library.restoreBackup({ name, folder: args.text('out') });
    if (args.flag('json')) out.json({ name, folder });
    else out.line(say('restored', { name, folder }));
    return 0;
  });
}
