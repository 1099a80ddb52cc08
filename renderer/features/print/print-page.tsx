import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { type DocumentScope, documentScopeSchema } from '../../../shared/contract/document-exports.ts';
import { AUDIENCES, type Audience } from '../../../shared/domain/record.ts';
import { api, client } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Button, EmptyState, Page, Skeleton } from '../../ui/index.ts';
import { RecordPending, RecordText } from '../../widgets/index.ts';

function scopeOf(type: string | undefined, ids: string | undefined): DocumentScope | null {
  const wanted = type === 'notes' ? { type, ids: (ids ?? '').split(',') } : { type, id: ids };
  const scope = documentScopeSchema.safeParse(wanted);
  return scope.success ? scope.data : null;
}

/** Notes as they go on paper, without anything around them. The frame is left out by the style for print. */
export function PrintPage() {
  const { type, ids } = useParams();
  const scope = scopeOf(type, ids);
  return scope === null ? <RecordPending error={null} backTo="/notes" /> : <Sheets key={ids} scope={scope} />;
}

function Sheets({ scope }: { readonly scope: DocumentScope }) {
  const t = useT('exports');
  const navigate = useNavigate();
  const state = useLocation().state as { audience?: string } | null;
  const audience: Audience = AUDIENCES.find((one) => one === state?.audience) ?? 'private';
  const plan = useQuery(
    api.exports.planDocuments.queryOptions({ input: { scope, format: 'pdf', audience } }),
  );
  const noteIds = plan.data?.noteIds ?? [];
  const notes = useQuery({
    queryKey: ['print', noteIds],
    queryFn: () => Promise.all(noteIds.map((id) => client.notes.get({ id }))),
    enabled: plan.data !== undefined,
    gcTime: 0,
  });
  const [isAsked, setAsked] = useState(false);
  const isReady = notes.data !== undefined && notes.data.length > 0;
  useEffect(() => {
    if (!isReady || isAsked) return undefined;
    setAsked(true);
    void whenDrawn().then(() => window.print());
    return undefined;
  }, [isReady, isAsked]);
  if (plan.error) return <RecordPending error={plan.error} backTo="/notes" />;
  return (
    <Page className="print-sheets">
      <header className="flex items-center gap-2 pb-6 print:hidden">
        <h1 className="flex-1 text-lg font-semibold">{t('print.title')}</h1>
        <Button onPress={() => void navigate(-1)}>{t('print.back')}</Button>
        <Button
          tone="primary"
          icon={<Printer aria-hidden="true" />}
          isDisabled={!isReady}
          onPress={() => window.print()}
        >
          {t('print.now')}
        </Button>
      </header>
      {notes.data === undefined ? (
        <Skeleton label={t('print.loading')} lines={8} />
      ) : notes.data.length === 0 ? (
        <EmptyState size="panel" icon={<Printer />} title={t('print.nothing')} />
      ) : (
        notes.data.map((note) => (
          <article key={note.id} lang={note.language} className="pb-10">
            <h2 dir="auto" className="pb-4 text-2xl font-semibold">
              {note.title || t('common:untitled')}
            </h2>
            <RecordText document={note.document} />
          </article>
        ))
      )}
    </Page>
  );
}

/** Pictures that are still on their way would be missing on paper; one that never comes is not waited for longer than this. */
const LONGEST_WAIT = 5_000;

async function whenDrawn(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.print-sheets img')];
  const late = new Promise((done) => setTimeout(done, LONGEST_WAIT));
  await Promise.race([late, Promise.allSettled(pictures.map((one) => one.decode()))]);
}
