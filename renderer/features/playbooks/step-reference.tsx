import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import type { Step } from '../../../shared/domain/playbook.ts';
import { api } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Skeleton } from '../../ui/index.ts';
import { RecordLink, RecordReadable, RecordText } from '../../widgets/index.ts';

type Reference = NonNullable<Step['reference']>;

/** The record a step shows, in place: a newcomer reads on without leaving the playbook. */
export function StepReference({
  reference,
  full,
}: {
  readonly reference: Reference;
  readonly full: boolean;
}) {
  const t = useT('playbooks');
  return (
    <figure className="rounded-lg border border-line bg-canvas px-4 py-3">
      <figcaption className="flex items-baseline gap-2 pb-1.5 text-xs text-ink-faint">
        <span className="shrink-0">{t(`common:kind.${reference.kind}`)}</span>
        <RecordLink record={{ kind: reference.kind, id: reference.id, title: reference.title }} />
      </figcaption>
      <Body reference={reference} full={full} />
    </figure>
  );
}

function Gone({ title }: { readonly title: string }) {
  const t = useT('playbooks');
  return (
    <p className="flex items-center gap-2 text-sm text-ink-soft">
      <FileQuestion aria-hidden="true" className="size-4 shrink-0" />
      <span>
        {t('reference.gone')} <bdi>{title}</bdi>
      </span>
    </p>
  );
}

/** Long texts are cut to a few lines while editing; a reader gets all of it. */
function Body({ reference, full }: { readonly reference: Reference; readonly full: boolean }) {
  const t = useT('playbooks');
  const input = { input: { id: reference.id } };
  const note = useQuery({ ...api.notes.get.queryOptions(input), enabled: reference.kind === 'note' });
  const answer = useQuery({ ...api.answers.get.queryOptions(input), enabled: reference.kind === 'answer' });
  const question = useQuery({
    ...api.questions.get.queryOptions(input),
    enabled: reference.kind === 'question',
  });
  const record = useQuery({ ...api.cases.get.queryOptions(input), enabled: reference.kind === 'case' });
  const query = { note, answer, question, case: record }[reference.kind];
  if (query.isError) return <Gone title={reference.title} />;
  if (!query.data) return <Skeleton label={t('common:loading')} lines={2} />;
  if (query.data.deletedAt !== null) return <Gone title={reference.title} />;
  const clamp = full ? '' : 'max-h-40 overflow-hidden';
  if (record.data) {
    return (
      <div className={`flex flex-col gap-2 text-sm ${clamp}`}>
        {[record.data.description, record.data.resolution].filter(Boolean).map((text, at) => (
          <p
            key={at === 0 ? 'description' : 'resolution'}
            dir="auto"
            className="break-words whitespace-pre-wrap"
          >
            {text}
          </p>
        ))}
      </div>
    );
  }
  const document = note.data?.document ?? answer.data?.document ?? question.data?.document;
  return document ? (
    <div className={clamp}>
      <RecordReadable kind={reference.kind} id={reference.id}>
        <RecordText document={document} />
      </RecordReadable>
    </div>
  ) : null;
}
