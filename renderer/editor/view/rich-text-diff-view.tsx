import '../styles/rich-text.css';
import '../styles/editor.css';
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { type BlockDiff, diffDocuments, isUnchanged } from '../../../shared/richtext/diff.ts';
import { resolveDirections } from '../../../shared/richtext/direction.ts';
import type { RichText } from '../../../shared/richtext/document.ts';
import { Button } from '../../ui/index.ts';
import { useEditorText } from '../editor-text.ts';

export interface RichTextDiffViewProps {
  readonly before: RichText;
  readonly after: RichText;
  /** Unchanged blocks shown around a change; the rest is folded and can be opened. Default 1. */
  readonly context?: number;
}

/**
 * Two versions of a text in one column: what came is underlined, what went is struck through, and both are also said in
 * words at the side, because colour alone tells nothing to many people.
 */
export function RichTextDiffView({ before, after, context = 1 }: RichTextDiffViewProps) {
  const t = useEditorText();
  const diff = useMemo(() => diffDocuments(before, after), [before, after]);
  const directions = useMemo(
    () => resolveDirections(diff.flatMap(({ before: old, after: next }) => next ?? old ?? [])),
    [diff],
  );
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  if (isUnchanged(diff)) return <p className="rt-diff-skip">{t('diff.none')}</p>;

  const rows: ReactNode[] = [];
  for (const fold of folds(diff, context)) {
    if (fold.hidden && !opened.has(fold.from)) {
      rows.push(
        <Button
          key={`fold-${fold.from}`}
          tone="quiet"
          size="sm"
          className="rt-diff-skip"
          onPress={() => setOpened(new Set([...opened, fold.from]))}
        >
          {t('diff.skipped', { count: fold.to - fold.from })}
        </Button>,
      );
      continue;
    }
    for (let index = fold.from; index < fold.to; index += 1) {
      const block = diff[index];
      if (block)
        rows.push(<DiffRow key={`${block.id}-${block.status}`} block={block} dir={directions[index]} />);
    }
  }
  return (
    <div role="group" aria-label={t('diff.label')} className="rt rt-diff">
      {rows}
    </div>
  );
}

function DiffRow({ block, dir }: { readonly block: BlockDiff; readonly dir: 'ltr' | 'rtl' | undefined }) {
  const t = useEditorText();
  const { status, formOnly, moved } = block;
  const label = status === 'same' ? '' : formOnly ? t('diff.form') : t(`diff.${status}`);
  const shape = block.after ?? block.before;
  return (
    <div className="rt-diff-row" data-status={status}>
      <span className="rt-diff-label">
        {moved && status === 'changed' ? `${label} · ${t('diff.moved')}` : label}
      </span>
      <div className="rt-diff-words" dir={dir} data-type={shape?.type}>
        {block.parts.map(({ text, op }, index) => {
          if (op === 'added') return <ins key={index}>{text}</ins>;
          if (op === 'removed') return <del key={index}>{text}</del>;
          return <Fragment key={index}>{text}</Fragment>;
        })}
        {shape?.type === 'divider' ? <hr /> : null}
      </div>
    </div>
  );
}

interface Fold {
  readonly from: number;
  readonly to: number;
  readonly hidden: boolean;
}

/** Stretches to show and stretches to fold: at least two unchanged blocks away from any change. */
function folds(diff: readonly BlockDiff[], context: number): Fold[] {
  const shown = diff.map(() => false);
  diff.forEach(({ status }, index) => {
    if (status === 'same') return;
    for (let near = index - context; near <= index + context; near += 1)
      if (near in shown) shown[near] = true;
  });
  const out: Fold[] = [];
  for (let from = 0; from < diff.length; ) {
    let to = from + 1;
    while (to < diff.length && shown[to] === shown[from]) to += 1;
    // Folding a single line would take as much room as the line.
    out.push({ from, to, hidden: shown[from] === false && to - from > 1 });
    from = to;
  }
  return out;
}
