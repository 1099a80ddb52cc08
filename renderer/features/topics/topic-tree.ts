import type { TopicItem } from '../../../shared/contract/topics.ts';

export interface TopicNode {
  readonly topic: TopicItem;
  readonly children: readonly TopicNode[];
}

/**
 * Topics as a tree, each level by place, then by name. A topic whose parent is not here (it lies in the bin, or stayed behind
 * in an export) stands at the top; so does one in a circle, which a merge of two libraries could make.
 */
export const treeOf = (
  topics: readonly TopicItem[],
  compare: (a: TopicItem, b: TopicItem) => number,
): TopicNode[] => {
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const reachesTop = (topic: TopicItem): boolean => {
    const seen = new Set<string>();
    for (let at: TopicItem | undefined = topic; at; at = known.get(at.parentId ?? '')) {
      if (seen.has(at.id)) return false;
      seen.add(at.id);
    }
    return true;
  };
  const parentOf = (topic: TopicItem): string | null =>
    topic.parentId !== null && known.has(topic.parentId) && reachesTop(topic) ? topic.parentId : null;
  const byParent = Map.groupBy(topics, parentOf);
  const level = (parent: string | null): TopicNode[] =>
    [...(byParent.get(parent) ?? [])]
      .sort((a, b) => a.position - b.position || compare(a, b))
      .map((topic) => ({ topic, children: level(topic.id) }));
  return level(null);
};

/** The nodes that match and all that lead to them; a matching topic keeps everything inside it. */
export const filterTree = (
  nodes: readonly TopicNode[],
  matches: (topic: TopicItem) => boolean,
): TopicNode[] =>
  nodes.flatMap((node) => {
    if (matches(node.topic)) return [node];
    const children = filterTree(node.children, matches);
    return children.length > 0 ? [{ topic: node.topic, children }] : [];
  });

export const allIds = (nodes: readonly TopicNode[]): string[] =>
  nodes.flatMap((node) => [node.topic.id, ...allIds(node.children)]);

/** The topics above one, outermost first. */
export const pathTo = (topics: readonly TopicItem[], id: string): TopicItem[] => {
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const path: TopicItem[] = [];
  let at = known.get(known.get(id)?.parentId ?? '');
  while (at && !path.includes(at)) {
    path.unshift(at);
    at = known.get(at.parentId ?? '');
  }
  return path;
};

/** The topic itself and everything inside it: where it must not be moved. */
export const withDescendants = (nodes: readonly TopicNode[], id: string): string[] =>
  nodes.flatMap((node) => (node.topic.id === id ? allIds([node]) : withDescendants(node.children, id)));
