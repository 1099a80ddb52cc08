import { Ellipsis, Trash2 } from 'lucide-react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Avatar,
  Button,
  DatePicker,
  IconButton,
  Menu,
  Page,
  TextArea,
  TextField,
  TextLink,
} from '../../ui/index.ts';
import {
  BinnedBanner,
  ConflictNotice,
  FormSaveState,
  HistoryPanel,
  LinksPanel,
  PageSection,
  RecordPending,
  TagsField,
  TitleField,
  useMoveToBin,
  useRecordForm,
} from '../../widgets/index.ts';
import { ExpertiseRows } from './expertise-rows.tsx';
import { LanguagesField } from './languages-field.tsx';
import { daysUntil, todayHere } from './last-day.ts';
import { PassedOn } from './passed-on.tsx';

/** One person. The key makes another person a fresh page. */
export function PersonPage() {
  const { id = '' } = useParams();
  return <OnePerson key={id} id={id} />;
}

function OnePerson({ id }: { readonly id: string }) {
  const t = useT('people');
  const format = useFormat();
  const navigate = useNavigate();
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  const moveToBin = useMoveToBin();
  const form = useRecordForm('people', id);
  const { record: person, set } = form;
  if (!person) return <RecordPending error={form.loadError} backTo="/people" />;
  const isReadOnly = person.deletedAt !== null;
  const days = person.lastDay ? daysUntil(person.lastDay, todayHere()) : null;
  const labels: Record<string, string> = {
    name: t('name'),
    role: t('role'),
    team: t('team'),
    contact: t('contact'),
    about: t('about'),
    lastDay: t('lastDay'),
    languages: t('languages'),
    expertise: t('expertise'),
    tags: t('common:tags'),
  };
  return (
    <Page className="@container">
      <BinnedBanner noun="people" record={person} />
      <ConflictNotice form={form} labels={labels} />
      <p className="pb-3 text-sm md:hidden">
        <TextLink href="/people">{t('title')}</TextLink>
      </p>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-1 pb-6">
        <Avatar name={person.name} size="lg" />
        <div className="min-w-0 flex-1 basis-48 pt-1">
          <TitleField
            label={t('name')}
            value={person.name}
            isReadOnly={isReadOnly}
            autoFocus={isNew && person.version === 1}
            onChange={(name) => set({ name })}
          />
        </div>
        <div className="ms-auto flex shrink-0 items-center gap-1 pt-1.5">
          <FormSaveState form={form} />
          <Menu
            label={t('common:moreActions')}
            trigger={
              <IconButton label={t('common:moreActions')}>
                <Ellipsis aria-hidden="true" />
              </IconButton>
            }
            entries={[
              {
                id: 'bin',
                label: t('common:moveToBin'),
                icon: <Trash2 aria-hidden="true" />,
                isDanger: true,
                isDisabled: isReadOnly,
                onAction: () =>
                  void moveToBin({ noun: 'people', ids: [id], onDone: () => void navigate('/people') }),
              },
            ]}
          />
        </div>
      </header>
      <div className="grid gap-x-5 gap-y-4 pb-7 @lg:grid-cols-2">
        <TextField
          label={t('role')}
          value={person.role}
          placeholder={t('rolePlaceholder')}
          isReadOnly={isReadOnly}
          onChange={(role) => set({ role })}
        />
        <TextField
          label={t('team')}
          value={person.team}
          isReadOnly={isReadOnly}
          onChange={(team) => set({ team })}
        />
        <TextField
          label={t('contact')}
          value={person.contact}
          isReadOnly={isReadOnly}
          onChange={(contact) => set({ contact })}
        />
        <div className="flex items-end gap-2">
          <DatePicker
            className="flex-1"
            label={t('lastDay')}
            value={person.lastDay}
            isDisabled={isReadOnly}
            description={
              days === null
                ? t('lastDayHint')
                : days < 0
                  ? t('left', { when: format.inDays(days) })
                  : t('leaves', { when: format.inDays(days) })
            }
            onChange={(lastDay) => set({ lastDay })}
          />
          {person.lastDay && !isReadOnly ? (
            <Button tone="quiet" size="sm" className="mb-6" onPress={() => set({ lastDay: null })}>
              {t('common:clear')}
            </Button>
          ) : null}
        </div>
        <LanguagesField
          value={person.languages}
          isDisabled={isReadOnly}
          onChange={(languages) => set({ languages })}
        />
        <TagsField
          label={t('common:tags')}
          value={person.tags}
          isDisabled={isReadOnly}
          onChange={(tags) => set({ tags })}
        />
        <TextArea
          className="@lg:col-span-2"
          label={t('about')}
          rows={2}
          value={person.about}
          placeholder={t('aboutPlaceholder')}
          isReadOnly={isReadOnly}
          onChange={(about) => set({ about })}
        />
      </div>
      <PageSection title={t('expertise')}>
        <ExpertiseRows
          rows={person.expertise}
          isReadOnly={isReadOnly}
          onChange={(expertise) => set({ expertise })}
        />
      </PageSection>
      <PageSection title={t('passedOn')}>
        <PassedOn personId={id} />
      </PageSection>
      <PageSection title={t('links')}>
        <div className="max-w-md">
          <LinksPanel kind="person" id={id} isReadOnly={isReadOnly} />
        </div>
      </PageSection>
      <PageSection title={t('history:title')}>
        <div className="max-w-md">
          <HistoryPanel kind="person" id={id} form={isReadOnly ? undefined : form} />
        </div>
      </PageSection>
    </Page>
  );
}
