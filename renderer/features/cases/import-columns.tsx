import { KeyRound, Sparkles } from 'lucide-react';
import { type CaseReading, type ColumnMap, DELIMITERS, ENCODINGS } from '../../../shared/contract/imports.ts';
import { CASE_TARGETS, type CaseTarget } from '../../../shared/domain/case.ts';
import { useOptionalText, useT } from '../../i18n/index.ts';
import { Banner, Disclosure, Select, TextField } from '../../ui/index.ts';
import { ColumnsStep, ColumnTable, withTarget } from '../../widgets/index.ts';
import type { OpenFile } from './import-page.tsx';

const FORMATS = ['csv', 'json', 'jsonl'] as const;
const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

export interface ImportColumnsProps {
  readonly open: OpenFile;
  /** "File 2 of 3", or empty. */
  readonly ofMany: string;
  readonly isBusy: boolean;
  readonly onChange: (open: OpenFile) => void;
  readonly onLook: (wish: { readonly source: string; readonly reading: CaseReading }) => void;
  readonly onNext: () => void;
  readonly onOther: () => void;
}

/** Step 2: what the file is, where it comes from, and what each column means. */
export function ImportColumns({
  open,
  ofMany,
  isBusy,
  onChange,
  onLook,
  onNext,
  onOther,
}: ImportColumnsProps) {
  const t = useT('cases');
  const { preview, source, mapping } = open;
  const { reading } = preview;
  const readAs = [
    t(`imp.format.${reading.format}`),
    t(`imp.encoding.${reading.encoding}`),
    ...(reading.format === 'csv' ? [t(`imp.delimiter.${DELIMITER_NAMES[reading.delimiter]}`)] : []),
  ].join(' · ');
  const look = (fields: Partial<CaseReading>): void => onLook({ source, reading: { ...reading, ...fields } });
  return (
    <ColumnsStep
      fileName={preview.fileName}
      ofMany={ofMany}
      hint={t('imp.columnsHint')}
      canGoOn={!isBusy && source.trim() !== '' && preview.rowsSeen > 0}
      onNext={onNext}
      onOther={onOther}
      above={
        <div className="grid items-start gap-x-5 gap-y-4 @2xl:grid-cols-2">
          <TextField
            label={t('imp.source')}
            description={t('imp.sourceHint')}
            value={source}
            maxLength={200}
            isRequired
            onChange={(next) => onChange({ ...open, source: next })}
            onBlur={() => {
              if (source.trim() !== '' && source !== preview.source) onLook({ source, reading });
            }}
          />
          <Disclosure title={t('imp.read')} count={readAs} className="@2xl:pt-5">
            <div className="grid gap-3 pt-2 @md:grid-cols-3">
              <Select
                size="sm"
                label={t('imp.format')}
                value={reading.format}
                isDisabled={isBusy}
                options={FORMATS.map((id) => ({ id, label: t(`imp.format.${id}`) }))}
                onChange={(format) => look({ format })}
              />
              <Select
                size="sm"
                label={t('imp.encoding')}
                value={reading.encoding}
                isDisabled={isBusy}
                options={ENCODINGS.map((id) => ({ id, label: t(`imp.encoding.${id}`) }))}
                onChange={(encoding) => look({ encoding })}
              />
              {reading.format === 'csv' ? (
                <Select
                  size="sm"
                  label={t('imp.delimiter')}
                  value={reading.delimiter}
                  isDisabled={isBusy}
                  options={DELIMITERS.map((id) => ({
                    id,
                    label: t(`imp.delimiter.${DELIMITER_NAMES[id]}`),
                  }))}
                  onChange={(delimiter) => look({ delimiter })}
                />
              ) : null}
            </div>
          </Disclosure>
        </div>
      }
    >
      {preview.remembered ? (
        <p className="flex items-center gap-2 text-sm text-good">
          <Sparkles aria-hidden="true" className="size-4 shrink-0" />
          {t('imp.remembered')}
        </p>
      ) : null}
      <ColumnTable
        guessed={preview.mapping}
        chosen={mapping}
        lastTargets={['field', 'skip']}
        options={CASE_TARGETS.map((id) => ({ id, label: t(`target.${id}`) }))}
        selectLabel={(header) => t('imp.columnFor', { header })}
        sample={preview.sample}
        onChoose={(column, target) => onChange({ ...open, mapping: withTarget(mapping, column, target) })}
      />
      <KeyHint open={open} />
      <Warnings open={open} />
    </ColumnsStep>
  );
}

/** The names of the columns that go to `target`, in their order. */
const headersOf = (mapping: readonly ColumnMap[], target: CaseTarget): readonly string[] =>
  mapping.filter((one) => one.target === target).map((one) => one.header);

/** Which column makes a second import an update: the one thing worth understanding here. */
function KeyHint({ open }: { readonly open: OpenFile }) {
  const t = useT('cases');
  const keys = headersOf(open.mapping, 'externalKey');
  const hasTitle = headersOf(open.mapping, 'title').length > 0;
  return (
    <div className="flex flex-col gap-1.5 text-sm text-ink-soft">
      <p className="flex items-start gap-2" role="status">
        <KeyRound aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-brass" />
        {keys.length === 0
          ? t('imp.noKey')
          : keys.length === 1
            ? t('imp.key', { header: keys[0] ?? '' })
            : t('imp.keys', { headers: keys.join(', ') })}
      </p>
      {hasTitle ? null : <p className="ps-6">{t('imp.noTitle')}</p>}
    </div>
  );
}

function Warnings({ open }: { readonly open: OpenFile }) {
  const say = useOptionalText();
  // The key is spoken of by the hint above.
  const warnings = open.preview.warnings.filter((one) => one.code !== 'no-key');
  if (warnings.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {warnings.map((one) => (
        <Banner key={`${one.code} ${one.detail}`} tone="warn">
          {say(`cases:imp.warn.${one.code}`, { detail: one.detail }) ?? `${one.code} ${one.detail}`}
        </Banner>
      ))}
    </div>
  );
}
