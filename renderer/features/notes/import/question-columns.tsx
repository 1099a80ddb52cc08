import { QUESTION_TARGETS } from '../../../../shared/domain/question.ts';
import { useT } from '../../../i18n/index.ts';
import { Banner, TextField } from '../../../ui/index.ts';
import { ColumnsStep, ColumnTable, withTarget } from '../../../widgets/index.ts';
import type { OpenTable } from './import-page.tsx';

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
  return (
    <ColumnsStep
      fileName={preview.fileName}
      above={
        <TextField
          className="max-w-md"
          label={t('sourceQuestions')}
          description={t('sourceQuestionsHint')}
          value={source}
          maxLength={200}
          isRequired
          onChange={(next) => onChange({ ...open, source: next })}
        />
      }
      hint={t('columnsHint')}
      canGoOn={!isBusy && isUsable && source.trim() !== ''}
      onNext={onNext}
      onOther={onOther}
    >
      <ColumnTable
        guessed={preview.mapping}
        chosen={mapping}
        lastTargets={['skip']}
        options={QUESTION_TARGETS.map((id) => ({ id, label: t(`target.${id}`) }))}
        selectLabel={(header) => t('columnFor', { header })}
        sample={preview.sample}
        onChoose={(column, target) => onChange({ ...open, mapping: withTarget(mapping, column, target) })}
      />
      {isUsable ? null : <Banner tone="warn">{t('columns.noQuestion')}</Banner>}
    </ColumnsStep>
  );
}
