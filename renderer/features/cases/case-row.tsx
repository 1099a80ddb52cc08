import { Link2 } from 'lucide-react';
import type { CaseItem } from '../../../shared/contract/cases.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { cx, FactsLine, OneLine } from '../../ui/index.ts';
import { sayCaseDate } from './case-date.ts';

/** Title, then what it is about, how it stands, when and whose. The heads of the columns use the same grid. */
export const CASE_COLUMNS =
  '@4xl:grid @4xl:grid-cols-[minmax(0,1fr)_minmax(0,11rem)_minmax(0,8rem)_minmax(0,11rem)_7.5rem_3rem] @4xl:items-center @4xl:gap-x-4';

/** One case in the list: columns where there is room, three short lines where there is not. */
export function CaseRow({ item }: { readonly item: CaseItem }) {
  const t = useT('cases');
  const format = useFormat();
  const opened = sayCaseDate(item.openedAt, format);
  const title = item.title || item.excerpt || t('common:untitled');
  const excerpt = item.title !== '' && item.excerpt !== item.title ? item.excerpt : '';
  const facts = [item.product, item.status, opened].filter(Boolean);
  const links = item.linkCount > 0 ? format.number(item.linkCount) : '';
  return (
    <span className={cx('flex min-w-0 flex-col gap-0.5 @4xl:min-h-9', CASE_COLUMNS)}>
      <span className="flex min-w-0 flex-col">
        <OneLine className="font-medium">{title}</OneLine>
        {excerpt ? <OneLine className="text-sm text-ink-faint">{excerpt}</OneLine> : null}
      </span>
      <OneLine className="text-sm text-ink-soft @max-4xl:hidden">{item.product}</OneLine>
      <OneLine className="text-sm text-ink-soft @max-4xl:hidden">{item.status}</OneLine>
      <OneLine className="text-sm text-ink-soft @max-4xl:hidden">{item.customerName}</OneLine>
      <span className="tabular truncate text-sm text-ink-soft @max-4xl:hidden">{opened}</span>
      <span className="text-sm @max-4xl:hidden">
        {links ? <Linked words={t('linked.count', { count: item.linkCount })} count={links} /> : null}
      </span>
      <span className="flex min-w-0 items-center gap-2 text-xs text-ink-faint @4xl:hidden">
        <FactsLine facts={facts.length > 0 ? facts : [item.customerName]} />
        {links ? <Linked words={t('linked.count', { count: item.linkCount })} count={links} /> : null}
      </span>
    </span>
  );
}

function Linked({ words, count }: { readonly words: string; readonly count: string }) {
  return (
    <span className="tabular inline-flex shrink-0 items-center gap-1 text-brass" title={words}>
      <Link2 aria-hidden="true" className="size-3.5" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** The names above the columns; only where there are columns. */
export function CaseColumnHeads() {
  const t = useT('cases');
  return (
    // Keeps the same room for a scroll bar as the list below, so that the columns stand under their names.
    <div
      aria-hidden="true"
      className="hidden scroll-y shrink-0 border-b border-line px-4 py-1.5 text-xs font-medium text-ink-faint @4xl:block"
    >
      <div className={CASE_COLUMNS}>
        <span>{t('col.title')}</span>
        <span>{t('col.product')}</span>
        <span>{t('col.status')}</span>
        <span>{t('col.customer')}</span>
        <span>{t('col.opened')}</span>
        <span>{t('col.linked')}</span>
      </div>
    </div>
  );
}
