import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { Session } from '../../../shared/domain/session.ts';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/index.ts';
import { PageSection, RecordLink } from '../../widgets/index.ts';
import { AddLine } from './add-line.tsx';

const TONES: Record<'open' | 'answered' | 'accepted' | 'duplicate', Tone> = {
  open: 'warn',
  answered: 'info',
  accepted: 'good',
  duplicate: 'neutral',
};

/** Questions that came up. Each is a question of its own at once, so that it can be answered later by anybody. */
export const SessionQuestions = memo(function SessionQuestions({
  sessionId,
  topicIds,
  audience,
  askerId,
  isReadOnly,
}: {
  readonly sessionId: string;
  readonly topicIds: Session['topicIds'];
  readonly audience: Session['audience'];
  /** The learner, when there is only one it can have been. */
  readonly askerId: string | null;
  readonly isReadOnly: boolean;
}) {
  const t = useT('sessions');
  const format = useFormat();
  const tell = useTellProblem();
  const { data } = useQuery(
    api.questions.list.queryOptions({
      input: { filter: { sessionId }, sort: 'createdAt', limit: 200 },
    }),
  );
  const add = async (title: string): Promise<boolean> => {
    try {
      await client.questions.create({
        fields: {
          title: title.slice(0, 500),
          sessionId,
          topicIds: [...topicIds],
          audience,
          askerId,
        },
      });
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  const items = data?.items ?? [];
  return (
    <PageSection title={t('questions')} count={items.length > 0 ? format.number(data?.total ?? 0) : null}>
      {items.length > 0 ? (
        <ul aria-label={t('questions')} className="flex flex-col gap-2 pb-1">
          {items.map((question) => (
            <li key={question.id} className="flex items-start gap-3">
              <span className="flex min-w-0 flex-1">
                <RecordLink record={{ kind: 'question', id: question.id, title: question.title }} />
              </span>
              <Badge tone={TONES[question.state]}>{t(`questionState.${question.state}`)}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
      {isReadOnly ? null : <AddLine label={t('questions.add')} onAdd={add} />}
    </PageSection>
  );
});
