import { dirname, resolve } from 'node:path';
import type { ExportResult, ExportScope } from '../../../shared/contract/exports.ts';
import { verifyFile } from '../../core/verify-file.ts';
import { type Arguments, UsageError } from '../arguments.ts';
import { audienceWanted, keepDownload, refuseTaken } from '../out-file.ts';
import type { Output } from '../terminal.ts';
import { existing, withLibrary } from '../with-library.ts';
import { say } from '../words.ts';

function scopeWanted(args: Arguments): ExportScope {
  const playbook = args.text('playbook');
  const topic = args.text('topic');
  const chosen = [playbook !== undefined, topic !== undefined, args.flag('all')].filter(Boolean).length;
  if (chosen !== 1) throw new UsageError(say('oneScope'));
  if (playbook !== undefined) return { type: 'playbook', id: playbook };
  if (topic !== undefined) return { type: 'topic', id: topic };
  return { type: 'all' };
}

export async function exportPackage(args: Arguments, out: Output): Promise<number> {
  const [what] = args.words;
  if (what !== undefined) throw new UsageError(say('tooManyWords', { word: what }));
  for (const option of ['note', 'format', 'to'])
    if (args.text(option) !== undefined) throw new UsageError(say('badOption', { option: `--${option}` }));
  const scope = scopeWanted(args);
  const target = resolve(args.need('out'));
  const audience = audienceWanted(args, 'team');
  existing(dirname(target));
  refuseTaken(target, args);
  return withLibrary(args.need('library'), 'reads', async (client, core) => {
    const plan = await client.exports.plan({ scope, audience });
    const title = args.text('title') ?? plan.title;
    const { jobId } = await client.exports.start({
      scope,
      audience,
      title,
      licence: args.text('licence') ?? '',
    });
    const result = (await core.finished(jobId)) as ExportResult;
    keepDownload(core, result.downloadId, target);
    const { bytes, sha256, records, leftOutCount } = result;
    if (args.flag('json')) out.json({ out: target, bytes, sha256, records, leftOutCount });
    else {
      out.line(say('exported', { records, path: target, bytes }));
      if (leftOutCount > 0) out.line(say('leftOut', { count: leftOutCount }));
    }
    return 0;
  });
}

export async function verify(args: Arguments, out: Output): Promise<number> {
  const report = await verifyFile(existing(args.words[0] as string));
  if (args.flag('json')) out.json(report);
  else if (report.ok) out.line(say('verifyGood', { title: report.manifest?.title ?? '' }));
  else for (const problem of report.problems) out.line(`${problem.code}\t${problem.detail}`);
  return report.ok ? 0 : 1;
}
