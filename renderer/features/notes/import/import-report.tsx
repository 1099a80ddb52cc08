import {
  DOCUMENT_FORMATS,
  type ImportReport,
  type NoteImportReport,
  type QuestionImportReport,
  type Rejection,
} from '../../../../shared/contract/imports.ts';
import { SIMPLIFIED_KINDS } from '../../../../shared/richtext/simplified.ts';
import { useOptionalText, useT } from '../../../i18n/index.ts';
import { Disclosure } from '../../../ui/index.ts';
import { NotTaken } from '../../../widgets/index.ts';

function Facts({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h4 className="text-sm font-semibold text-ink-soft">{title}</h4>
      <ul className="flex flex-col gap-0.5 text-base">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** Names somebody gave, to be looked through by whoever wishes. Two may be alike. */
function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <Disclosure title={title}>
      <ul className="max-h-48 overflow-y-auto text-sm text-ink-soft">
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, with names that may be alike
          <li key={at} className="break-words">
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Everything else there is to know, in sentences; what is nought is not said. */
export function ReportFacts({ report }: { readonly report: NoteImportReport | QuestionImportReport }) {
  const t = useT('imports');
  if ('answers' in report) {
    const { answers } = report;
    const lines = (['created', 'updated', 'unchanged'] as const)
      .filter((one) => answers[one] > 0)
      .map((one) => t(`answers.${one}`, { count: answers[one] }));
    return <Facts title={t('answers.title')} lines={lines} />;
  }
  const { found, links, attachments, unlinked, moved, gone, known, simplified } = report;
  const said = (count: number, line: (count: number) => string): string[] => (count > 0 ? [line(count)] : []);
  return (
    <div className="grid gap-x-8 gap-y-5 @2xl:grid-cols-2">
      <Facts
        title={t('found.title')}
        lines={DOCUMENT_FORMATS.flatMap((one) =>
          said(found[one] ?? 0, (count) => t(`found.${one}`, { count })),
        )}
      />
      <Facts
        title={t('links.title')}
        lines={[
          ...said(links.resolved, (count) => t('links.resolved', { count })),
          ...said(links.unresolved, (count) => t('links.unresolved', { count })),
        ]}
      />
      <div className="flex flex-col gap-1 empty:hidden">
        <Facts
          title={t('earlier.title')}
          lines={[
            ...said(moved, (count) => t('earlier.moved', { count })),
            ...said(known.count, (count) => t('earlier.known', { count })),
            ...said(gone, (count) => t('earlier.gone', { count })),
          ]}
        />
        {known.count > 0 ? <Names title={t('earlier.knownNames')} names={known.names} /> : null}
      </div>
      <div className="flex flex-col gap-1 empty:hidden">
        <Facts
          title={t('attachments.title')}
          lines={[
            ...said(attachments, (count) => t('attachments.shown', { count })),
            ...said(unlinked.count, (count) => t('attachments.unlinked', { count })),
          ]}
        />
        {unlinked.count > 0 ? <Names title={t('attachments.names')} names={unlinked.names} /> : null}
      </div>
      <Facts
        title={t('simplified.title')}
        lines={SIMPLIFIED_KINDS.flatMap((kind) =>
          said(simplified[kind] ?? 0, (count) => t(`simplified:${kind}`, { count })),
        )}
      />
    </div>
  );
}

/** What was not taken, in the words for documents and tables. */
export function AllNotTaken({
  report,
  isFiles,
}: {
  readonly report: ImportReport;
  readonly isFiles: boolean;
}) {
  const t = useT('imports');
  const optional = useOptionalText();
  const say = ({ reason }: Rejection): string =>
    optional(`imports:reason.${reason}`) ?? t('reason.other', { detail: reason });
  return <NotTaken report={report} isFiles={isFiles} say={say} />;
}

/** Where what was imported can be seen. */
export const useOpens = (): ((isNotes: boolean) => { readonly label: string; readonly href: string }) => {
  const t = useT('imports');
  return (isNotes) =>
    isNotes ? { label: t('openNotes'), href: '/notes' } : { label: t('openQuestions'), href: '/questions' };
};
