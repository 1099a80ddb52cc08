import { useInfiniteQuery } from '@tanstack/react-query';
import { Building2, Plus } from 'lucide-react';
import { useState } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';
import { api, type Client, client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Button,
  EmptyState,
  IconButton,
  ListHeader,
  OneLine,
  Page,
  SearchField,
  SplitLayout,
  VirtualList,
} from '../../ui/index.ts';
import {
  loadMore,
  matchesWords,
  PAGE_ROWS,
  pagedItems,
  pagedOptions,
  recordPath,
  useCreateAndOpen,
  useLoadAll,
} from '../../widgets/index.ts';

type CustomerItem = Awaited<ReturnType<Client['customers']['list']>>['items'][number];
const keyOf = (customer: CustomerItem): string => customer.id;

/** Everybody the cases come from, with the page of one of them. */
export function CustomersPage() {
  const t = useT('cases');
  const format = useFormat();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const { id } = useParams();
  const [words, setWords] = useState('');
  const list = useInfiniteQuery(
    api.customers.list.infiniteOptions({
      input: (offset: number) => ({ sort: 'name' as const, offset, limit: PAGE_ROWS }),
      ...pagedOptions,
    }),
  );
  useLoadAll(list, words !== '');
  const all = pagedItems(list.data);
  const shown = all.filter((one) =>
    matchesWords(words, [one.name, ...one.tags, ...one.contacts.map((contact) => contact.name)]),
  );
  const create = (): void => {
    client.customers
      .create({ fields: { name: t('customers.newName') } })
      .then((made) => navigate(recordPath('customer', made.id), { state: { isNew: true } }), tell);
  };
  useCreateAndOpen(create);
  const empty = !list.data ? null : words !== '' && all.length > 0 ? (
    <EmptyState size="panel" icon={<Building2 />} title={t('customers.noMatch.title')}>
      {t('customers.noMatch.text')}
    </EmptyState>
  ) : (
    <EmptyState
      size="panel"
      icon={<Building2 />}
      title={t('customers.empty.title')}
      action={
        <Button tone="primary" onPress={create}>
          {t('customers.new')}
        </Button>
      }
    >
      {t('customers.empty.text')}
    </EmptyState>
  );
  return (
    <SplitLayout
      listLabel={t('customers')}
      showPage={id !== undefined}
      list={
        <>
          {id === undefined ? <h1 className="sr-only">{t('customers')}</h1> : null}
          <ListHeader
            title={t('customers')}
            count={list.data ? format.number(list.data.pages[0]?.total ?? 0) : undefined}
            actions={
              <IconButton label={t('customers.new')} onPress={create}>
                <Plus aria-hidden="true" />
              </IconButton>
            }
          >
            <SearchField label={t('customers.filter')} value={words} onChange={setWords} />
          </ListHeader>
          <VirtualList
            label={t('customers')}
            items={shown}
            itemKey={keyOf}
            currentKey={id}
            rowHeight={56}
            placeKey="customers"
            onEndReached={() => loadMore(list)}
            onOpen={(customer) => void navigate(recordPath('customer', customer.id))}
            renderItem={(customer) => (
              <span className="flex min-w-0 flex-col">
                <OneLine className="font-medium">{customer.name}</OneLine>
                <OneLine className="text-sm text-ink-faint">
                  {customer.contacts.map((contact) => contact.name).join(', ')}
                </OneLine>
              </span>
            )}
            empty={empty}
          />
        </>
      }
    >
      <Outlet />
    </SplitLayout>
  );
}

/** Beside the list while no customer is open. */
export function NoCustomerChosen() {
  const t = useT('cases');
  return (
    <Page>
      <EmptyState icon={<Building2 />} title={t('customers.pick.title')}>
        {t('customers.pick.text')}
      </EmptyState>
    </Page>
  );
}
