import type { Playbook } from '../../../shared/domain/playbook.ts';
import { AUDIENCES, CONFIDENCES } from '../../../shared/domain/record.ts';
import { useT } from '../../i18n/index.ts';
import { Select } from '../../ui/index.ts';
import { type FormFields, PersonPicker, TagsField, TopicPicker } from '../../widgets/index.ts';

export interface PlaybookFactsProps {
  readonly playbook: Playbook;
  readonly set: (fields: FormFields<'playbooks'>) => void;
  readonly isReadOnly: boolean;
}

/** Who keeps it, for whom, about what, how sure. */
export function PlaybookFacts({ playbook, set, isReadOnly }: PlaybookFactsProps) {
  const t = useT('playbooks');
  return (
    <div className="flex flex-col gap-3.5">
      <PersonPicker
        label={t('owner')}
        value={playbook.ownerId}
        isDisabled={isReadOnly}
        onChange={(ownerId) => set({ ownerId })}
      />
      <TopicPicker
        label={t('common:topics')}
        value={playbook.topicIds}
        isDisabled={isReadOnly}
        onChange={(topicIds) => set({ topicIds })}
      />
      <Select
        label={t('confidence')}
        value={playbook.confidence}
        isDisabled={isReadOnly}
        options={CONFIDENCES.map((one) => ({ id: one, label: t(`common:confidence.${one}`) }))}
        onChange={(confidence) => set({ confidence })}
      />
      <Select
        label={t('audience')}
        value={playbook.audience}
        isDisabled={isReadOnly}
        options={AUDIENCES.map((one) => ({ id: one, label: t(`common:audience.${one}`) }))}
        onChange={(audience) => set({ audience })}
      />
      <TagsField
        label={t('prerequisites')}
        value={playbook.prerequisites}
        isDisabled={isReadOnly}
        onChange={(prerequisites) => set({ prerequisites })}
      />
      <TagsField
        label={t('common:tags')}
        value={playbook.tags}
        isDisabled={isReadOnly}
        onChange={(tags) => set({ tags })}
      />
    </div>
  );
}
