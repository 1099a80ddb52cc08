import { Check, CircleHelp, CopyMinus, MessageCircle } from 'lucide-react';
import type { QuestionState } from '../../../shared/domain/question.ts';
import { useT } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';

const ICONS = {
  open: <CircleHelp aria-hidden="true" />,
  answered: <MessageCircle aria-hidden="true" />,
  accepted: <Check aria-hidden="true" />,
  duplicate: <CopyMinus aria-hidden="true" />,
} as const satisfies Record<QuestionState, unknown>;
const TONES = { open: 'warn', answered: 'neutral', accepted: 'good', duplicate: 'neutral' } as const;

export function StateBadge({ state }: { readonly state: QuestionState }) {
  const t = useT('questions');
  return (
    <Badge tone={TONES[state]} icon={ICONS[state]}>
      {t(`state.${state}`)}
    </Badge>
  );
}
