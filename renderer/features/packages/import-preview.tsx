import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import {
  type ConflictChoice,
  PACKAGE_FATES,
  type PackageFate,
  type PackagePreview,
} from '../../../shared/contract/imports.ts';
import { AUDIENCES, FINDABLE_KINDS, RECORD_KINDS } from '../../../shared/domain/record.ts';
import { useFormat, useLanguage, useT } from '../../i18n/index.ts';
import { Badge, Banner, Button, Disclosure, LinkButton, OneLine, Table, type Tone } from '../../ui/index.ts';
import { PageSection, RecordIcon } from '../../widgets/index.ts';
import { Conflicts } from './conflicts.tsx';
import type { MergeWish } from './import-page.tsx';
import { LeftOutGroups } from './left-out.tsx';

const SIGNER_TONES: Record<PackagePreview['signer']['state'], Tone> = {
  none: 'neutral',
  unknown: 'warn',
  known: 'good',
  bad: 'bad',
};

/** How many records of the package have this fate. */
export const countOf = (preview: Pick<PackagePreview, 'counts'>, fate: PackageFate): number =>
  preview.counts.reduce((sum, row) => sum + (row.fate === fate ? row.count : 0), 0);

export interface ImportPreviewProps {
  readonly preview: PackagePreview;
  readonly isBusy: boolean;
  readonly onImport: (wish: MergeWish) => void;
  readonly onOther: () => void;
}

/** Step 2: what the package is, what it would change here, and what only a person can decide. */
export function ImportPreview({ preview, isBusy, onImport, onOther }: ImportPreviewProps) {
  const t = useT('packages');
  const [onConflict, setOnConflict] = useState<ConflictChoice>('keep-both');
  const [choices, setChoices] = useState<ReadonlyMap<string, ConflictChoice>>(new Map());
  const conflicts = preview.items.filter((item) => item.fate === 'conflict');
  const conflictCount = countOf(preview, 'conflict');
  const coming = countOf(preview, 'new') + countOf(preview, 'updated-there');
  const wish = (): MergeWish => ({
    onConflict,
    choices: conflicts.flatMap((item) => {
      const choice = choices.get(item.id);
      const kind = FINDABLE_KINDS.find((one) => one === item.kind);
      return choice === undefined || kind === undefined ? [] : [{ kind, id: item.id, choice }];
    }),
  });
  return (
    <div className="flex flex-col gap-7">
      <Facts preview={preview} />
      <section className="flex flex-col gap-3">
        <h3 className="text-base font-semibold">{t('im.found')}</h3>
        <FateTable preview={preview} />
      </section>
      {conflictCount > 0 ? (
        <Conflicts
          items={conflicts}
          count={conflictCount}
          onConflict={onConflict}
          choices={choices}
          onConflictChange={setOnConflict}
          onChoice={(id, choice) => {
            const next = new Map(choices);
            if (choice === null) next.delete(id);
            else next.set(id, choice);
            setChoices(next);
          }}
        />
      ) : null}
      <WorthALook preview={preview} />
      {coming + conflictCount === 0 ? (
        <Banner tone="good">{t('im.nothing')}</Banner>
      ) : (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <ShieldCheck aria-hidden="true" className="size-4 shrink-0" />
          {t('im.safe')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {coming + conflictCount === 0 ? (
          <LinkButton tone="primary" size="lg" href="/packages">
            {t('back')}
          </LinkButton>
        ) : (
          <Button tone="primary" size="lg" isDisabled={isBusy} onPress={() => onImport(wish())}>
            {coming === 0 ? t('im.startSettle') : t('im.start', { count: coming })}
          </Button>
        )}
        <Button tone="quiet" size="lg" onPress={onOther}>
          {t('im.other')}
        </Button>
      </div>
    </div>
  );
}

function Facts({ preview }: { readonly preview: PackagePreview }) {
  const t = useT('packages');
  const format = useFormat();
  const { language } = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const nameOf = (tag: string): string => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag; // not a well-formed tag: shown as it is
    }
  };
  const audience = AUDIENCES.find((one) => one === preview.audience);
  const facts = [
    [t('im.made'), format.dateTime(preview.createdAt)],
    [t('im.audience'), audience ? t(`common:audience.${audience}`) : preview.audience],
    [t('im.languages'), format.list(preview.languages.filter(Boolean).map(nameOf))],
    [t('im.licence'), preview.licence],
  ].filter(([, value]) => value !== '');
  const { state, fingerprint } = preview.signer;
  return (
    <section className="flex flex-col gap-4 rounded-xl border border-line bg-raised p-5 shadow-card">
      <h3 dir="auto" className="text-xl font-semibold text-balance">
        {preview.title}
      </h3>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 @2xl:grid-cols-4">
        {facts.map(([name, value]) => (
          <div key={name} className="flex min-w-0 flex-col">
            <dt className="text-xs text-ink-faint">{name}</dt>
            <dd className="text-base break-words">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-3 text-sm">
        <Badge tone={SIGNER_TONES[state]}>{t(`im.signer.${state}`)}</Badge>
        <span className="text-ink-soft">{t(`im.signer.${state}.text`)}</span>
        {fingerprint ? (
          <code dir="ltr" className="text-xs break-all text-ink-faint">
            {fingerprint}
          </code>
        ) : null}
      </div>
    </section>
  );
}

function FateTable({ preview }: { readonly preview: PackagePreview }) {
  const t = useT('packages');
  const format = useFormat();
  const fates = (['new', 'updated-there', 'conflict', 'updated-here', 'identical'] as const).filter(
    (fate) => countOf(preview, fate) > 0,
  );
  const kinds = RECORD_KINDS.filter((kind) => preview.counts.some((row) => row.kind === kind));
  const countAt = (kind: string, fate: PackageFate): number =>
    preview.counts.find((row) => row.kind === kind && row.fate === fate)?.count ?? 0;
  return (
    <>
      <Table
        caption={t('im.found')}
        rows={kinds}
        rowKey={(kind) => kind}
        columns={[
          {
            id: 'kind',
            title: t('im.kind'),
            cell: (kind) => (
              <span className="flex items-center gap-2">
                <RecordIcon kind={kind} className="size-4 shrink-0 text-ink-faint" />
                {t(`common:kinds.${kind}`)}
              </span>
            ),
          },
          ...fates.map((fate) => ({
            id: fate,
            title: t(`im.fate.${fate}`),
            align: 'end' as const,
            cell: (kind: (typeof kinds)[number]) => {
              const count = countAt(kind, fate);
              return count === 0 ? <span className="text-ink-faint">–</span> : format.number(count);
            },
          })),
        ]}
      />
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-faint">
        {fates.map((fate) => (
          <li key={fate}>
            <span className="text-ink-soft">{t(`im.fate.${fate}`)}</span>: {t(`im.explain.${fate}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

function WorthALook({ preview }: { readonly preview: PackagePreview }) {
  const t = useT('packages');
  const format = useFormat();
  const groups = PACKAGE_FATES.filter((fate) => fate !== 'conflict' && fate !== 'identical').flatMap(
    (fate) => {
      const items = preview.items.filter((item) => item.fate === fate);
      return items.length === 0 ? [] : [{ fate, items }];
    },
  );
  if (groups.length === 0 && preview.leftOut.length === 0) return null;
  return (
    <PageSection title={t('im.look')}>
      {groups.map(({ fate, items }) => (
        <Disclosure
          key={fate}
          title={t(`im.fate.${fate}`)}
          count={format.number(countOf(preview, fate))}
          defaultExpanded={fate === 'updated-there'}
        >
          <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto py-1.5 ps-5 text-sm">
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`} className="flex min-w-0 items-center gap-2">
                <RecordIcon kind={item.kind} className="size-3.5 shrink-0 text-ink-faint" />
                <span className="sr-only">{t(`common:kind.${item.kind}`)}</span>
                <OneLine>{item.title || t(`common:kind.${item.kind}`)}</OneLine>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
      {preview.leftOut.length > 0 ? (
        <Disclosure title={t('im.leftOut')} count={format.number(preview.leftOut.length)}>
          <div className="ps-4">
            <LeftOutGroups rows={preview.leftOut} />
          </div>
        </Disclosure>
      ) : null}
    </PageSection>
  );
}
