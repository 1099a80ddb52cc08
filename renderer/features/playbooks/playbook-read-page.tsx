import { useQuery } from '@tanstack/react-query';
import { PencilLine, Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { firstStrongDirection } from '../../../shared/richtext/direction.ts';
import { isBlank } from '../../../shared/richtext/plain-text.ts';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge, Button, LinkButton, Page, PageHeader, TextLink } from '../../ui/index.ts';
import { PersonName, PlaybookTexts, RecordPending, RecordText, StepReadable } from '../../widgets/index.ts';
import { StepReference } from './step-reference.tsx';

/** The playbook as a newcomer follows it: the published version where there is one, else the present draft. */
export function PlaybookReadPage() {
  const { id = '' } = useParams();
  const t = useT('playbooks');
  const format = useFormat();
  const present = useQuery(api.playbooks.get.queryOptions({ input: { id } }));
  const isPublished = present.data !== undefined && present.data.publishedVersion !== null;
  const published = useQuery({
    ...api.playbooks.published.queryOptions({ input: { id } }),
    enabled: isPublished,
  });
  const playbook = isPublished ? published.data : present.data;
  if (!playbook) return <RecordPending error={present.error ?? published.error} backTo="/playbooks" />;
  let number = 0;
  return (
    <Page>
      <PageHeader
        title={playbook.title}
        isUserText
        above={
          <>
            <TextLink href="/playbooks" className="print:hidden">
              {t('title')}
            </TextLink>
            <span aria-hidden="true" className="print:hidden">
              ›
            </span>
            <Badge tone={isPublished ? 'good' : 'neutral'}>
              {t(`state.${isPublished ? 'published' : 'draft'}`)}
            </Badge>
            {playbook.publishedAt ? (
              <span>{t('publish.when', { when: format.date(playbook.publishedAt) })}</span>
            ) : null}
          </>
        }
        actions={
          <div className="flex gap-2 print:hidden">
            <Button tone="quiet" icon={<Printer aria-hidden="true" />} onPress={() => window.print()}>
              {t('print')}
            </Button>
            <LinkButton href={`/playbooks/${id}`} icon={<PencilLine aria-hidden="true" />}>
              {t('common:edit')}
            </LinkButton>
          </div>
        }
        below={playbook.ownerId ? <PersonName id={playbook.ownerId} /> : null}
      />
      {/* Numbers, bullets and headings stand on the side where its language begins, whoever reads it. */}
      <PlaybookTexts id={playbook.id}>
        <div dir={firstStrongDirection(playbook.title)}>
          {playbook.summary ? (
            <p dir="auto" className="max-w-prose pb-6 text-lg text-ink-soft">
              {playbook.summary}
            </p>
          ) : null}
          {playbook.prerequisites.length > 0 ? (
            <section className="pb-6">
              <h2 className="pb-1.5 text-base font-semibold">{t('prerequisites')}</h2>
              <ul className="list-disc ps-5">
                {playbook.prerequisites.map((one) => (
                  <li key={one} dir="auto">
                    {one}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {playbook.sections.map((section, at) => (
            <section key={section.id} className="pb-10">
              <h2 dir="auto" className="border-b border-line pb-1.5 text-xl font-semibold">
                {section.title || t('section.unnamed', { number: at + 1 })}
              </h2>
              <ol className="flex flex-col gap-8 pt-5">
                {section.steps.map((step) => {
                  number += 1;
                  return (
                    <li key={step.id} className="flex gap-3 break-inside-avoid">
                      <span
                        aria-hidden="true"
                        className="tabular flex size-7 shrink-0 items-center justify-center rounded-full bg-brass-soft text-sm font-semibold text-brass"
                      >
                        {number}
                      </span>
                      <div className="flex min-w-0 flex-1 flex-col gap-2">
                        <h3 dir="auto" className="text-lg font-semibold">
                          {step.title || t('step.unnamed', { number })}
                        </h3>
                        <StepReadable stepId={step.id}>
                          {isBlank(step.document) ? null : <RecordText document={step.document} />}
                        </StepReadable>
                        {step.reference ? <StepReference reference={step.reference} full /> : null}
                      </div>
                    </li>
                  );
                })}
              </ol>
            </section>
          ))}
        </div>
      </PlaybookTexts>
    </Page>
  );
}
