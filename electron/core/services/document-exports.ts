import { safeFileName } from '../../../shared/base/file-names.ts';
import type {
  documentExports as contract,
  DocumentLanguage,
  DocumentPlan,
  DocumentResult,
} from '../../../shared/contract/document-exports.ts';
import enBlocks from '../../../shared/i18n/messages/en/blocks.json' with { type: 'json' };
import enCommon from '../../../shared/i18n/messages/en/common.json' with { type: 'json' };
import faBlocks from '../../../shared/i18n/messages/fa/blocks.json' with { type: 'json' };
import faCommon from '../../../shared/i18n/messages/fa/common.json' with { type: 'json' };
import thBlocks from '../../../shared/i18n/messages/th/blocks.json' with { type: 'json' };
import thCommon from '../../../shared/i18n/messages/th/common.json' with { type: 'json' };
import zhBlocks from '../../../shared/i18n/messages/zh/blocks.json' with { type: 'json' };
import zhCommon from '../../../shared/i18n/messages/zh/common.json' with { type: 'json' };
import type { BlockLabels } from '../../../shared/richtext/block-labels.ts';
import { addLosses, type DocumentFormat, lossesOf } from '../../../shared/richtext/export-losses.ts';
import { type Gathered, gatherDocuments } from '../../documents/gather.ts';
import { writeDocuments } from '../../documents/write-documents.ts';
import { CoreError } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';

const WORDS: Readonly<Record<DocumentLanguage, { readonly labels: BlockLabels; readonly untitled: string }>> =
  {
    en: { labels: enBlocks, untitled: enCommon.untitled },
    fa: { labels: faBlocks, untitled: faCommon.untitled },
    zh: { labels: zhBlocks, untitled: zhCommon.untitled },
    th: { labels: thBlocks, untitled: thCommon.untitled },
  };
/** Most left-out things a plan or a report lists. */
const LEFT_OUT_MAX = 500;

function reportOf({ documents, files, leftOut }: Gathered, format: DocumentFormat) {
  return {
    documents: documents.length,
    files: files.length,
    fileBytes: files.reduce((sum, file) => sum + file.bytes, 0),
    leftOutCount: leftOut.length,
    leftOut: leftOut.slice(0, LEFT_OUT_MAX),
    simplified: addLosses(documents.map(({ document }) => lossesOf(document, format))),
  };
}

export function documentExportHandlers(env: Environment): Handlers<typeof contract> {
  return {
    planDocuments: async ({ scope, format, audience }): Promise<DocumentPlan> => {
      const { read, mediaRoot } = env.library();
      const gathered = await gatherDocuments(read, mediaRoot, { scope, audience });
      const noteIds = gathered.documents.filter(({ kind }) => kind === 'note').map(({ id }) => id);
      return { title: gathered.title, ...reportOf(gathered, format), noteIds };
    },
    startDocuments: async ({ scope, format, audience, language }) => {
      const { read, mediaRoot } = env.library();
      const first = await gatherDocuments(read, mediaRoot, { scope, audience });
      if (first.documents.length === 0) throw new CoreError('RULE', { rule: 'nothing-to-export' });
      const { labels, untitled } = WORDS[language];
      const title = first.title || untitled;
      const jobId = env.jobs.start(
        'export-documents',
        title,
        async ({ progress, signal }): Promise<DocumentResult> => {
          // Once more: the job may begin later than the call, and what is written is what is said.
          const gathered = await gatherDocuments(
            read,
            mediaRoot,
            { scope, audience },
            { signal, onProgress: (done, total) => progress(done, total, 'reading') },
          );
          progress(0, null, 'writing');
          const path = env.staging.newPath('document');
          const { documents, files } = gathered;
          const set = { title, documents, files, language, labels, untitled };
          const { extension, bytes } = await writeDocuments(set, format, path, signal);
          const fileName = `${safeFileName(title, 'heirloom')}.${extension}`;
          const downloadId = env.staging.offer({ path, fileName, mime: 'application/octet-stream' });
          return { downloadId, fileName, bytes, ...reportOf(gathered, format) };
        },
      );
      return { jobId };
    },
  };
}
