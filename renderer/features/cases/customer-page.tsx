import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Checkbox, IconButton, LinkButton, Menu, Page, Skeleton, TextArea } from '../../ui/index.ts';
import {
  BinnedBanner,
  ConflictNotice,
  FormSaveState,
  LinksPanel,
  PageSection,
  RecordLink,
  RecordPending,
  TagsField,
  TitleField,
  useMoveToBin,
  useRecordForm,
} from '../../widgets/index.ts';
import { ContactRows, PreferenceRows } from './customer-rows.tsx';

const CASES_SHOWN = 8;
const SENSITIVE = ['about', 'environment', 'preferences', 'contacts'] as const;

/** One customer. The key makes another customer a fresh page. */
export function CustomerPage() {
  const { id = '' } = useParams();
  return <OneCustomer key={id} id={id} />;
}

function OneCustomer({ id }: { readonly id: string }) {
  const t = useT('cases');
  const navigate = useNavigate();
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  const moveToBin = useMoveToBin();
  const form = useRecordForm('customers', id);
  const { record: customer, set } = form;
  if (!customer) return <RecordPending error={form.loadError} backTo="/customers" />;
  const isReadOnly = customer.deletedAt !== null;
  const labels: Record<string, string> = {
    name: t('customers.name'),
    about: t('customers.about'),
    environment: t('customers.environment'),
    preferences: t('customers.preferences'),
    contacts: t('customers.contacts'),
    sensitiveFields: t('customers.sensitive'),
    tags: t('common:tags'),
  };
  return (
    <Page className="@container">
      <BinnedBanner noun="customers" record={customer} />
      <ConflictNotice form={form} labels={labels} />
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 pb-5">
        <div className="min-w-0 flex-1 basis-64">
          <TitleField
            label={t('customers.name')}
            value={customer.name}
            isReadOnly={isReadOnly}
            autoFocus={isNew}
            onChange={(name) => set({ name })}
          />
        </div>
        <div className="flex shrink-0 items-center gap-1 pt-0.5">
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
                  void moveToBin({ noun: 'customers', ids: [id], onDone: () => void navigate('/customers') }),
              },
            ]}
          />
        </div>
      </header>
      <div className="flex flex-col gap-4 pb-6">
        <TextArea
          label={t('customers.about')}
          rows={2}
          value={customer.about}
          placeholder={t('customers.aboutPlaceholder')}
          isReadOnly={isReadOnly}
          onChange={(about) => set({ about })}
        />
        <TextArea
          label={t('customers.environment')}
          rows={2}
          value={customer.environment}
          placeholder={t('customers.environmentPlaceholder')}
          isReadOnly={isReadOnly}
          onChange={(environment) => set({ environment })}
        />
        <TagsField
          label={t('common:tags')}
          value={customer.tags}
          isDisabled={isReadOnly}
          onChange={(tags) => set({ tags })}
        />
      </div>
      <PageSection title={t('customers.preferences')}>
        <PreferenceRows
          rows={customer.preferences}
          isReadOnly={isReadOnly}
          onChange={(preferences) => set({ preferences })}
        />
      </PageSection>
      <PageSection title={t('customers.contacts')}>
        <ContactRows
          rows={customer.contacts}
          isReadOnly={isReadOnly}
          onChange={(contacts) => set({ contacts })}
        />
      </PageSection>
      <PageSection title={t('customers.cases')}>
        <CasesOf customerId={id} />
      </PageSection>
      <PageSection title={t('customers.sensitive')}>
        <p className="pb-3 text-sm text-ink-soft">{t('customers.sensitiveHint')}</p>
        <div className="grid gap-2 @md:grid-cols-2">
          {SENSITIVE.map((name) => (
            <Checkbox
              key={name}
              isSelected={customer.sensitiveFields.includes(name)}
              isDisabled={isReadOnly}
              onChange={(on) =>
                set({
                  sensitiveFields: on
                    ? [...customer.sensitiveFields, name]
                    : customer.sensitiveFields.filter((one) => one !== name),
                })
              }
            >
              {t(`customers.${name}`)}
            </Checkbox>
          ))}
        </div>
      </PageSection>
      <PageSection title={t('links')}>
        <LinksPanel kind="customer" id={id} isReadOnly={isReadOnly} />
      </PageSection>
    </Page>
  );
}

function CasesOf({ customerId }: { readonly customerId: string }) {
  const t = useT('cases');
  const format = useFormat();
  const { data } = useQuery(
    api.cases.list.queryOptions({
      input: { filter: { customerId }, sort: 'openedAt', descending: true, limit: CASES_SHOWN },
    }),
  );
  if (!data) return <Skeleton label={t('common:loading')} lines={2} />;
  if (data.total === 0) return <p className="text-base text-ink-soft">{t('customers.cases.empty')}</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      <ul className="flex w-full flex-col gap-1.5">
        {data.items.map((one) => (
          <li key={one.id} className="flex min-w-0">
            <RecordLink record={{ kind: 'case', id: one.id, title: one.title || one.excerpt }} />
          </li>
        ))}
      </ul>
      {data.total > CASES_SHOWN ? (
        <LinkButton size="sm" href={`/cases?customerId=${customerId}`}>
          {t('customers.cases.all', { count: format.number(data.total) })}
        </LinkButton>
      ) : null}
    </div>
  );
}
