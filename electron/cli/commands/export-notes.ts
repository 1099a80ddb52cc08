import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  DOCUMENT_LANGUAGES,
  type DocumentResult,
  type DocumentScope,
} from '../../../shared/contract/document-exports.ts';
import { type Arguments, UsageError } from '../arguments.ts';
import { audienceWanted, keepDownload, refuseTaken } from '../out-file.ts';
import type { Output } from '../terminal.ts';
import { existing, withLibrary } from '../with-library.ts';
import { languageOf, say } from '../words.ts';

const FORMATS = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  docx: 'docx',
  odt: 'odt',
  json: 'json',
} as const;

function scopeWanted(args: Arguments): DocumentScope {
  const notes = args.text('note');
  const topic = args.text('topic');
  const playbook = args.text('playbook');
  if ([notes, topic, playbook].filter((one) => one !== undefined).length !== 1)
    throw new UsageError(say('oneNoteScope'));
  if (topic !== undefined) return { type: 'topic', id: topic };
  if (playbook !== undefined) return { type: 'playbook', id: playbook };
  return { type: 'notes', ids: (notes ?? '').split(',').map((id) => id.trim()) };
}

function formatWanted(args: Arguments): (typeof FORMATS)[keyof typeof FORMATS] {
  const wanted = args.need('format').toLowerCase();
  // Only the app has a page to draw one with.
  if (wanted === 'pdf') throw new UsageError(say('pdfNeedsApp'));
  const format = Object.hasOwn(FORMATS, wanted) ? FORMATS[wanted as keyof typeof FORMATS] : undefined;
  if (format === undefined) throw new UsageError(say('badFormat', { formats: 'md, html, docx, odt, json' }));
  return format;
}

/** Writes notes as documents: to the file named, or under their own name into the folder named. */
export async function exportNotes(args: Arguments, out: Output): Promise<number> {
  const scope = scopeWanted(args);
  const format = formatWanted(args);
  const audience = audienceWanted(args, 'private');
  const place = resolve(args.need('to'));
  const isFolder = existsSync(place) && statSync(place).isDirectory();
  if (!isFolder) existing(dirname(place));
  const language = DOCUMENT_LANGUAGES.find((one) => one === languageOf(process.env)) ?? 'en';
  return withLibrary(args.need('library'), 'reads', async (client, core) => {
    const { jobId } = await client.exports.startDocuments({ scope, format, audience, language });
    const result = (await core.finished(jobId)) as DocumentResult;
    const target = isFolder ? join(place, result.fileName) : place;
    refuseTaken(target, args);
    keepDownload(core, result.downloadId, target);
    const { bytes, documents, files, leftOutCount, leftOut, simplified } = result;
    if (args.flag('json')) {
      out.json({ out: target, bytes, documents, files, leftOutCount, leftOut, simplified });
      return 0;
    }
    out.line(say('exportedNotes', { documents, files, path: target, bytes }));
    for (const { kind, title, reason } of leftOut) out.line(`${reason}\t${kind}\t${title}`);
    for (const [loss, count] of Object.entries(simplified))
      out.line(say('simplifiedNotes', { what: loss, count }));
    return 0;
  });
}
