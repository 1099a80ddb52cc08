import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Collection, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { TopicItem } from '../../../shared/contract/topics.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { cx } from '../../ui/index.ts';
import { allIds, type TopicNode } from './topic-tree.ts';

export interface TopicTreeViewProps {
  readonly label: string;
  readonly nodes: readonly TopicNode[];
  readonly nameOf: (topic: TopicItem) => string;
  readonly currentId: string | undefined;
  readonly expanded: ReadonlySet<string>;
  readonly onExpandedChange: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
}

interface RowNode {
  readonly id: string;
  readonly node: TopicNode;
}
const rowsOf = (nodes: readonly TopicNode[]): RowNode[] => nodes.map((node) => ({ id: node.topic.id, node }));

/** The tree: arrows walk, right opens, left closes or steps out, letters jump, Enter shows the page. */
export function TopicTreeView({
  label,
  nodes,
  nameOf,
  currentId,
  expanded,
  onExpandedChange,
  onOpen,
}: TopicTreeViewProps) {
  const t = useT('topics');
  const format = useFormat();
  const known = useMemo(() => new Set(allIds(nodes)), [nodes]);
  const rows = useMemo(() => rowsOf(nodes), [nodes]);
  const renderRow = ({ node }: RowNode) => {
    const name = nameOf(node.topic);
    return (
      <TreeItem
        id={node.topic.id}
        textValue={name}
        className={cx(
          'group/topic mx-1.5 cursor-default rounded-md outline-none data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus',
          node.topic.id === currentId ? 'bg-brass-soft' : 'data-hovered:bg-hover',
        )}
      >
        <TreeItemContent>
          {({ hasChildItems, isExpanded, level }) => (
            <div
              className="flex min-h-9 items-center gap-1 pe-3"
              style={{ paddingInlineStart: `${(level - 1) * 1.125 + 0.25}rem` }}
            >
              {hasChildItems ? (
                <Button
                  slot="chevron"
                  aria-label={t('toggle', { name })}
                  className="flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-faint data-hovered:bg-sunken"
                >
                  <span className={isExpanded ? undefined : 'mirror-rtl'}>
                    <ChevronRight aria-hidden="true" className={cx('size-4', isExpanded && 'rotate-90')} />
                  </span>
                </Button>
              ) : (
                <span className="w-7 shrink-0" />
              )}
              <bdi className={cx('min-w-0 flex-1 truncate', node.topic.id === currentId && 'font-medium')}>
                {name}
              </bdi>
              {node.topic.criticality >= 5 ? (
                <span className="size-1.5 shrink-0 rounded-full bg-warn" title={t('criticality.5')} />
              ) : null}
              {node.topic.itemCount > 0 ? (
                <span
                  className="tabular shrink-0 text-xs text-ink-faint"
                  title={t('uses', { count: node.topic.itemCount })}
                >
                  {format.number(node.topic.itemCount)}
                </span>
              ) : null}
            </div>
          )}
        </TreeItemContent>
        <Collection items={rowsOf(node.children)}>{renderRow}</Collection>
      </TreeItem>
    );
  };
  return (
    <Tree
      aria-label={label}
      items={rows}
      dependencies={[currentId, nameOf]}
      selectionMode="none"
      expandedKeys={[...expanded].filter((id) => known.has(id))}
      onExpandedChange={(keys: Set<Key>) => onExpandedChange(new Set([...keys].map(String)))}
      onAction={(key) => onOpen(String(key))}
      className="scroll-y min-h-0 flex-1 py-1.5 outline-none"
    >
      {renderRow}
    </Tree>
  );
}
