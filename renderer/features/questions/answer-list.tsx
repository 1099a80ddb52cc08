import { useQuery } from '@tanstack/react-query';
import { Check, Ellipsis, History, MessageSquarePlus, Trash2, UserPen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Answer } from '../../../shared/domain/answer.ts';
import type { Question } from '../../../shared/domain/question.ts';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useFormat, useLanguage, useT } from '../../i18n/index.ts';
import { Badge, Button, cx, EmptyState, IconButton, Menu, Skeleton } from '../../ui/index.ts';
import {
  FormSaveState,
  HistoryOf,
  PersonName,
  PersonPicker,
  RecordDocument,
  useMoveToBin,
  useRecordForm,
} from '../../widgets/index.ts';

export interface AnswerListProps {
  readonly question: Question;
  readonly isReadOnly: boolean;
  /** Saves what waits on the question's own form: accepting changes the question too. */
  readonly beforeChange: () => Promise<void>;
}

/** The answers, the accepted one first, and the way to add one. */
export function AnswerList({ question, isReadOnly, beforeChange }: AnswerListProps) {
  const t = useT('questions');
  const { language } = useLanguage();
  const tell = useTellProblem();
  const [params, setParams] = useSearchParams();
  const { data } = useQuery(
    api.answers.list.queryOptions({ input: { filter: { questionId: question.id }, limit: 500 } }),
  );
  const answers = [...(data?.items ?? [])].sort(
    (a, b) => Number(b.id === question.acceptedAnswerId) - Number(a.id === question.acceptedAnswerId),
  );

  const add = async (): Promise<void> => {
    try {
      await beforeChange();
      const { library } = await client.settings.get({});
      const answer = await client.answers.create({
        fields: { questionId: question.id, language, authorId: library?.meId ?? null },
      });
      setParams({ answer: answer.id, write: '1' }, { replace: true });
    } catch (error) {
      tell(error);
    }
  };
  const accept = async (answerId: string | null): Promise<void> => {
    try {
      await beforeChange();
      await client.questions.accept({ id: question.id, answerId });
    } catch (error) {
      tell(error);
    }
  };

  const button = isReadOnly ? null : (
    <Button onPress={() => void add()} icon={<MessageSquarePlus aria-hidden="true" />}>
      {t('answer.add')}
    </Button>
  );
  return (
    <section aria-label={t('answer.all')} className="rt-calm mt-3 border-t border-line pt-5">
      <h2 className="pb-3 text-base font-semibold">
        {data ? t('answers', { count: answers.length }) : t('answer.all')}
      </h2>
      {!data ? <Skeleton label={t('common:loading')} lines={3} /> : null}
      {data && answers.length === 0 ? (
        <EmptyState size="panel" title={t('answer.none')} action={button}>
          {t('answer.noneText')}
        </EmptyState>
      ) : null}
      <ul className="flex flex-col gap-4">
        {answers.map((answer) => (
          <OneAnswer
            key={answer.id}
            answer={answer}
            isAccepted={answer.id === question.acceptedAnswerId}
            isReadOnly={isReadOnly}
            isAsked={params.get('answer') === answer.id}
            isNew={params.get('answer') === answer.id && params.has('write')}
            onAccept={() => void accept(answer.id === question.acceptedAnswerId ? null : answer.id)}
          />
        ))}
      </ul>
      {answers.length > 0 ? <div className="pt-4">{button}</div> : null}
    </section>
  );
}

function OneAnswer({
  answer,
  isAccepted,
  isReadOnly,
  isAsked,
  isNew,
  onAccept,
}: {
  readonly answer: Answer;
  readonly isAccepted: boolean;
  readonly isReadOnly: boolean;
  readonly isAsked: boolean;
  readonly isNew: boolean;
  readonly onAccept: () => void;
}) {
  const t = useT('questions');
  const format = useFormat();
  const moveToBin = useMoveToBin();
  const row = useRef<HTMLLIElement>(null);
  const form = useRecordForm('answers', answer.id);
  const { record = answer, set } = form;
  const [isChoosing, setChoosing] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const [isWriting, setWriting] = useState(isNew);
  useEffect(() => {
    if (isAsked) row.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  return (
    <li
      ref={row}
      onFocus={() => setWriting(true)}
      className={cx(
        'rounded-lg border bg-raised px-4 pt-2.5 pb-3.5',
        isAccepted ? 'border-good' : isAsked ? 'border-brass' : 'border-line',
      )}
    >
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 pb-1">
        {record.authorId && !isChoosing ? (
          <span className="font-medium">
            <PersonName id={record.authorId} />
          </span>
        ) : (
          <PersonPicker
            label={t('answer.author')}
            hideLabel
            value={record.authorId}
            isDisabled={isReadOnly}
            onChange={(authorId) => {
              setChoosing(false);
              set({ authorId });
            }}
          />
        )}
        <span className="text-xs text-ink-faint">{format.relative(record.updatedAt, Date.now())}</span>
        {isAccepted ? (
          <Badge tone="good" icon={<Check aria-hidden="true" />}>
            {t('answer.accepted')}
          </Badge>
        ) : null}
        <div className="ms-auto flex items-center gap-1">
          {/* Nothing to say about an answer nobody is changing: three times “Saved” is noise. */}
          {form.state === 'saved' && !isWriting ? null : <FormSaveState form={form} />}
          {isReadOnly ? null : (
            <Button
              size="sm"
              tone="quiet"
              onPress={onAccept}
              icon={isAccepted ? undefined : <Check aria-hidden="true" />}
            >
              {isAccepted ? t('answer.unaccept') : t('answer.accept')}
            </Button>
          )}
          <Menu
            label={t('common:moreActions')}
            trigger={
              <IconButton size="sm" label={t('common:moreActions')}>
                <Ellipsis aria-hidden="true" />
              </IconButton>
            }
            entries={[
              {
                id: 'author',
                label: t('answer.changeAuthor'),
                icon: <UserPen aria-hidden="true" />,
                isDisabled: isReadOnly,
                onAction: () => setChoosing(true),
              },
              {
                id: 'history',
                label: t('history:title'),
                icon: <History aria-hidden="true" />,
                onAction: () => setLooking(true),
              },
              {
                id: 'bin',
                label: t('common:moveToBin'),
                icon: <Trash2 aria-hidden="true" />,
                isDanger: true,
                isDisabled: isReadOnly,
                onAction: () => void moveToBin({ noun: 'answers', ids: [answer.id] }),
              },
            ]}
          />
        </div>
      </div>
      {isLooking ? (
        <HistoryOf
          kind="answer"
          id={answer.id}
          form={isReadOnly ? undefined : form}
          onClose={() => setLooking(false)}
        />
      ) : null}
      {form.record ? (
        <RecordDocument
          noun="answers"
          form={form}
          document={record.document}
          label={t('answer.text')}
          placeholder={t('answer.placeholder')}
          isReadOnly={isReadOnly}
          autoFocus={isNew}
        />
      ) : (
        <Skeleton label={t('common:loading')} lines={2} />
      )}
    </li>
  );
}
