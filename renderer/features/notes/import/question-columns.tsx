import { QUESTION_TARGETS, type QuestionTarget } from '../../../../shared/contract/imports.ts';
import { useT } from '../../../i18n/index.ts';
import { Banner, Button, cx, Select, TextField } from '../../../ui/index.ts';
import type { OpenTable } from './import-page.tsx';

const ROWS_SHOWN = 8;
// More of a cell than fits two lines would only push the table apart.
const CELL_SHOWN = 160;

export interface QuestionColumnsProps {
  readonly open: OpenTable;
  readonly isBusy: boolean;
  readonly onChange: (open: OpenTable) => void;
  readonly onNext: () => void;
  readonly onOther: () => void;
}

/** What each column of a table of questions is: guessed, shown over the first rows, and changed by hand. */
export function QuestionColumns({ open, isBusy, onChange, onNext, onOther }: QuestionColumnsProps) {
  const t = useT('imports');
  const { preview, mapping, source } = open;
  const isUsable = mapping.some((one) => one.target === 'question' || one.target === 'title');
  const options = QUESTION_TARGETS.map((id) => ({ id, label: t(`target.${id}`) }));
  // Columns that mean something come first, by the guess: a column must not run away from the hand that changes it.
  const order = preview.mapping
    .map((_, at) => at)
    .sort(
      (a, b) =>
        Number(isLeft(preview.mapping[a]?.target)) - Number(isLeft(preview.mapping[b]?.target)) || a - b,
    );
  const choose = (at: number, target: QuestionTarget): void =>
    onChange({ ...open, mapping: mapping.map((one, place) => (place === at ? { ...one, target } : one)) });
  const nameOf = (at: number): string => mapping[at]?.header.trim() || t('noHeader', { at: at + 1 });
  return (
    <div className="flex flex-col gap-7">
      <div className="flex">
        <bdi className="text-lg font-semibold break-all">{preview.fileName}</bdi>
      </div>
      <TextField
        className="max-w-md"
        label={t('sourceQuestions')}
        description={t('sourceQuestionsHint')}
        value={source}
        maxLength={200}
        isRequired
        onChange={(next) => onChange({ ...open, source: next })}
      />
      <section aria-label={t('columns')} className="flex flex-col gap-3">
        <div>
          <h3 className="text-base font-semibold">{t('columns')}</h3>
          <p className="text-sm text-ink-soft">{t('columnsHint')}</p>
        </div>
        <div className="overflow-x-auto rounded-lg border border-line bg-raised">
          <table className="w-full border-collapse text-sm">
            <caption className="sr-only">{t('columns')}</caption>
            <thead>
              <tr>
                {order.map((at) => (
                  <td key={at} className="min-w-44 border-b border-line bg-canvas p-2 align-bottom">
                    <Select
                      size="sm"
                      hideLabel
                      label={t('columnFor', { header: nameOf(at) })}
                      value={mapping[at]?.target ?? 'skip'}
                      options={options}
                      onChange={(target) => choose(at, target)}
                    />
                  </td>
                ))}
              </tr>
              <tr>
                {order.map((at) => (
                  <th
                    key={at}
                    scope="col"
                    className="max-w-72 truncate border-b border-line px-3 py-2 text-start font-semibold"
                  >
                    <bdi>{nameOf(at)}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.sample.slice(0, ROWS_SHOWN).map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
                <tr key={row} className="border-b border-line last:border-b-0">
                  {order.map((at) => (
                    <td
                      key={at}
                      className={cx(
                        'max-w-72 px-3 py-1.5 align-top',
                        isLeft(mapping[at]?.target) && 'text-ink-faint line-through decoration-ink-faint/50',
                      )}
                    >
                      <span className="line-clamp-2 break-words">
                        <bdi>{(cells[at] ?? '').slice(0, CELL_SHOWN)}</bdi>
                      </span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {isUsable ? null : <Banner tone="warn">{t('columns.noQuestion')}</Banner>}
      </section>
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          size="lg"
          isDisabled={isBusy || !isUsable || source.trim() === ''}
          onPress={onNext}
        >
          {t('columns.see')}
        </Button>
        <Button size="lg" tone="quiet" onPress={onOther}>
          {t('columns.other')}
        </Button>
      </div>
    </div>
  );
}

const isLeft = (target: QuestionTarget | undefined): boolean => target === undefined || target === 'skip';
