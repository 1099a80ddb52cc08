import '../styles/rich-text.css';
import '../styles/diff.css';
import { type ReactNode, useContext, useMemo, useState } from 'react';
import { type BlockDiff, diffDocuments, isUnchanged } from '../../../shared/richtext/diff.ts';
import { resolveDirections } from '../../../shared/richtext/direction.ts';
import type { Block, RichText } from '../../../shared/richtext/document.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { useBlockWords, useEditorText } from '../editor-text.ts';
import { DiffTable } from './diff-table.tsx';
import { EqualVersions, Words } from './diff-words.tsx';
import { RichTextView } from './rich-text-view.tsx';

export interface RichTextDiffViewProps {
  readonly before: RichText;
  readonly after: RichText;
  /** Unchanged blocks shown around a change; the rest is folded and can be opened. Default 1. */
  readonly context?: number;
  /** `together` marks what came and went in one text; `beside` shows the old text at the start side and the new at the end. */
  readonly layout?: 'together' | 'beside';
  /** What the two columns are called when they stand side by side. */
  readonly sides?: { readonly before: string; readonly after: string };
  /** Neither version came first: what only one has is marked, and nothing is struck out. */
  readonly isEqual?: boolean;
}

/**
 * Two versions of a text: what came is underlined, what went is struck through, and both are also said in words, at the
 * side for the eye and before the words for the ear, because colour alone tells nothing to many people.
 */
export function RichTextDiffView({
  before,
  after,
  context = 1,
  layout = 'together',
  sides,
  isEqual = false,
}: RichTextDiffViewProps) {
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
      if (!block) continue;
      const Row = layout === 'beside' ? BesideRow : DiffRow;
      rows.push(<Row key={`${block.id}-${block.status}`} diff={block} dir={directions[index]} />);
    }
  }
  return (
    <div role="group" aria-label={t('diff.label')} className="rt rt-diff" data-layout={layout}>
      {layout === 'beside' && sides ? (
        <div className="rt-diff-sides" aria-hidden="true">
          <span>{sides.before}</span>
          <span>{sides.after}</span>
        </div>
      ) : null}
      <EqualVersions value={isEqual}>{rows}</EqualVersions>
    </div>
  );
}

interface RowProps {
  readonly diff: BlockDiff;
  readonly dir: 'ltr' | 'rtl' | undefined;
}

function DiffRow({ diff, dir }: RowProps) {
  const shape = diff.after ?? diff.before;
  return (
    <div className="rt-diff-row" data-status={diff.status}>
      <DiffLabel diff={diff} />
      <div className="rt-diff-words" dir={dir} data-type={shape?.type}>
        <BlockName block={shape} />
        {diff.rows ? <DiffTable diff={diff} rows={diff.rows} show="both" /> : <Words parts={diff.parts} />}
        {shape?.type === 'divider' ? <hr /> : null}
        <Picture diff={diff} show="both" />
      </div>
    </div>
  );
}

/** The same block twice: as it was, and as it is. */
function BesideRow({ diff, dir }: RowProps) {
  const side = (show: 'before' | 'after'): ReactNode => {
    const block = diff[show];
    const other = show === 'before' ? 'added' : 'removed';
    return (
      <div className="rt-diff-words" dir={dir} data-type={block?.type} data-empty={block === undefined}>
        {block ? (
          <>
            <BlockName block={block} />
            {diff.rows ? (
              <DiffTable diff={diff} rows={diff.rows} show={show} />
            ) : (
              <Words parts={diff.parts.filter(({ op }) => op !== other)} />
            )}
            {block.type === 'divider' ? <hr /> : null}
            <Picture diff={diff} show={show} />
          </>
        ) : null}
      </div>
    );
  };
  return (
    <div className="rt-diff-pair" data-status={diff.status}>
      {useContext(EqualVersions) ? null : <DiffLabel diff={diff} />}
      {side('before')}
      {side('after')}
    </div>
  );
}

/** In words what happened to the block; nothing for one that is as it was. */
function DiffLabel({ diff }: { readonly diff: BlockDiff }) {
  const t = useEditorText();
  const say = useT('history');
  const { status, moved, changes, formOnly } = diff;
  const words: string[] = [];
  if (status !== 'same' && !formOnly) words.push(t(`diff.${status}`));
  for (const change of changes) words.push(say(`form.${change}`));
  if (moved && status === 'changed') words.push(t('diff.moved'));
  return (
    <span className="rt-diff-label">
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </span>
  );
}

/** What a block is that its words do not show: a picture, a file, a callout. */
function BlockName({ block }: { readonly block: Block | undefined }) {
  const t = useBlockWords();
  switch (block?.type) {
    case 'image':
    case 'file':
    case 'audio':
      return (
        <span className="rt-diff-name">
          {t(`name.${block.type}`)}: <bdi>{block.name}</bdi>
        </span>
      );
    case 'callout':
      return <span className="rt-diff-name">{t(`callout.${block.tone}`)}</span>;
    case 'judgement':
    case 'decision':
      return <span className="rt-diff-name">{t(`${block.type}.name`)}</span>;
    case 'record':
      return <span className="rt-diff-name">{t('name.record')}</span>;
    case 'list-item':
      return (
        <span className="rt-diff-mark" aria-hidden="true">
          {block.style === 'check' ? (block.checked ? '☑' : '☐') : '•'}
        </span>
      );
    default:
      return null;
  }
}

/** A picture that came, went or was replaced, to be seen. */
function Picture({ diff, show }: { readonly diff: BlockDiff; readonly show: 'before' | 'after' | 'both' }) {
  const { before, after } = diff;
  const replaced =
    before?.type !== 'image' || after?.type !== 'image' || before.attachmentId !== after.attachmentId;
  const shown = [
    show !== 'after' && replaced ? before : undefined,
    show === 'before' && replaced ? undefined : after,
  ];
  return shown.map((block) =>
    block?.type === 'image' ? (
      <div key={block.attachmentId} className="rt-diff-picture" data-gone={block === before && replaced}>
        <RichTextView document={{ version: 2, blocks: [{ ...block, width: 100, children: [] }] }} />
      </div>
    ) : null,
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
