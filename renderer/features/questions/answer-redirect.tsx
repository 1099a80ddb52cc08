import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { api } from '../../client/index.ts';
import { RecordPending, recordPath } from '../../widgets/index.ts';

/** `/answers/<id>` leads to the question with that answer in view. */
export function AnswerRedirect() {
  const { id = '' } = useParams();
  const block = useSearchParams()[0].get('block');
  const { data, error } = useQuery(api.answers.get.queryOptions({ input: { id } }));
  if (!data) return <RecordPending error={error} backTo="/questions" />;
  const place = block === null ? '' : `&block=${encodeURIComponent(block)}`;
  return <Navigate replace to={`${recordPath('question', data.questionId)}?answer=${id}${place}`} />;
}
