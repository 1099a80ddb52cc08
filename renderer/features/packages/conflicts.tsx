import { type ConflictChoice, type PackagePreview } from '../../../shared/contract/imports.ts';
import { FINDABLE_KINDS } from '../../../shared/domain/record.ts';
import { useT } from '../../i18n/index.ts';
import { OneLine, RadioGroup, Select } from '../../ui/index.ts';
import { PageSection, RecordIcon, RecordLink } from '../../widgets/index.ts';

const CHOICES = ['keep-both', 'keep-mine', 'take-theirs'] as const satisfies readonly ConflictChoice[];
const AS_ALL = 'as-all';

export interface ConflictsProps {
  readonly items: PackagePreview['items'];
  readonly count: number;
  readonly onConflict: ConflictChoice;
  readonly choices: ReadonlyMap<string, ConflictChoice>;
  readonly onConflictChange: (choice: ConflictChoice) => void;
  /** Null goes with the choice for all. */
  readonly onChoice: (id: string, choice: ConflictChoice | null) => void;
}

/** Records that both sides changed: one choice for all, and another for any of them. */
export function Conflicts({ items, count, onConflict, choices, onConflictChange, onChoice }: ConflictsProps) {
  const t = useT('packages');
  return (
    <PageSection title={t('im.conflicts')}>
      <p className="pb-4 text-base text-ink-soft">{t('im.conflicts.text', { count })}</p>
      <RadioGroup
        label={t('im.forAll')}
        value={onConflict}
        choices={CHOICES.map((id) => ({
          id,
          label: t(`im.choice.${id}`),
          description: t(`im.choice.${id}.text`),
        }))}
        onChange={onConflictChange}
      />
      <ul aria-label={t('im.conflicts')} className="mt-4 flex flex-col">
        {items.map((item) => {
          const kind = FINDABLE_KINDS.find((one) => one === item.kind);
          return (
            <li
              key={`${item.kind} ${item.id}`}
              className="grid items-center gap-x-4 gap-y-1.5 border-t border-line py-2 @lg:grid-cols-[minmax(0,1fr)_14rem]"
            >
              {kind ? (
                <RecordLink record={{ kind, id: item.id, title: item.title }} />
              ) : (
                <span className="flex items-center gap-2">
                  <RecordIcon kind={item.kind} className="size-3.5 shrink-0 text-ink-faint" />
                  <OneLine>{item.title || t(`common:kind.${item.kind}`)}</OneLine>
                </span>
              )}
              {kind ? (
                <Select
                  size="sm"
                  hideLabel
                  label={t('im.choiceFor', { title: item.title })}
                  value={choices.get(item.id) ?? AS_ALL}
                  options={[
                    { id: AS_ALL, label: t('im.asAll'), hint: t(`im.choice.${onConflict}`) },
                    ...CHOICES.map((id) => ({ id, label: t(`im.choice.${id}`) })),
                  ]}
                  onChange={(choice) => onChoice(item.id, choice === AS_ALL ? null : choice)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </PageSection>
  );
}
