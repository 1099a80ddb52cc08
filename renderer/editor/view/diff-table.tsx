import type { BlockDiff } from '../../../shared/richtext/diff.ts';
import type { CellDiff, RowDiff, RowStatus } from '../../../shared/richtext/diff-rows.ts';
import type { Block } from '../../../shared/richtext/document.ts';
import { useT } from '../../i18n/index.ts';
import { useBlockWords } from '../editor-text.ts';
import { Words } from './diff-words.tsx';

type Show = 'before' | 'after' | 'both';

interface DiffTableProps {
  readonly diff: BlockDiff;
  readonly rows: readonly RowDiff[];
  /** Which of the two versions; `both` marks what came and went in one. */
  readonly show: Show;
}

const hiddenIn = { before: 'added', after: 'removed', both: null } as const;

/** A table, a judgement or a decision with its changes, cell by cell. */
export function DiffTable({ diff, rows, show }: DiffTableProps) {
  const block = diff.after ?? diff.before;
  const seen = rows.filter(({ status }) => status !== hiddenIn[show]);
  if (block?.type === 'table') return <Grid rows={seen} show={show} header={block.header} />;
  return <Parts block={block} rows={seen} show={show} />;
}

function Grid({ rows, show, header }: Omit<DiffTableProps, 'diff'> & { readonly header: boolean }) {
  return (
    <div className="rt-diff-scroll">
      <table className="rt-diff-table">
        <tbody>
          {rows.map((row, at) => {
            const Tag = header && at === 0 ? 'th' : 'td';
            const cells = cellsOf(row, show);
            return (
              <tr key={at} data-status={row.status}>
                {cells.map((cell, index) => (
                  <Tag
                    key={index}
                    dir="auto"
                    data-status={cell.status}
                    {...(Tag === 'th' ? { scope: 'col' } : {})}
                  >
                    {index === 0 ? <RowSaid status={row.status} /> : null}
                    <Cell cell={cell} show={show} />
                  </Tag>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A judgement has five named parts, a decision its question and pairs of when and then. */
function Parts({ block, rows, show }: Omit<DiffTableProps, 'diff'> & { readonly block: Block | undefined }) {
  const t = useBlockWords();
  const names = (at: number): readonly string[] => {
    if (block?.type === 'judgement') {
      const part = block.children[at]?.part;
      return part ? [t(`judgement.${part}`)] : [];
    }
    return at === 0 ? [t('decision.question')] : [t('decision.when'), t('decision.then')];
  };
  return (
    <dl className="rt-diff-parts">
      {rows.map((row, at) =>
        cellsOf(row, show).map((cell, index) =>
          // Empty parts that stayed empty are nothing to read.
          cell.parts.length === 0 && cell.status === 'same' ? null : (
            <div key={`${at}-${index}`} data-status={row.status === 'same' ? 'same' : cell.status}>
              <dt>{names(at)[index]}</dt>
              <dd dir="auto">
                <Cell cell={cell} show={show} />
              </dd>
            </div>
          ),
        ),
      )}
    </dl>
  );
}

const cellsOf = (row: RowDiff, show: Show): CellDiff[] =>
  row.cells.filter(({ status }) => status !== hiddenIn[show]);

function Cell({ cell, show }: { readonly cell: CellDiff; readonly show: Show }) {
  return <Words parts={cell.parts.filter(({ op }) => op !== hiddenIn[show])} />;
}

function RowSaid({ status }: { readonly status: RowStatus }) {
  const t = useT('history');
  if (status !== 'added' && status !== 'removed') return null;
  return <span className="rt-diff-said">{t(`row.${status}`)} </span>;
}
