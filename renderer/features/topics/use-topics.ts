import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TopicItem } from '../../../shared/contract/topics.ts';
import { api } from '../../client/index.ts';
import { useFormat, useLanguage } from '../../i18n/index.ts';
import { pagedItems, pagedOptions, topicName, useLoadAll } from '../../widgets/index.ts';
import { type TopicNode, treeOf } from './topic-tree.ts';

export interface Topics {
  readonly topics: readonly TopicItem[];
  readonly tree: readonly TopicNode[];
  /** False until the first answer. */
  readonly isReady: boolean;
  readonly nameOf: (topic: TopicItem) => string;
}

/** All topics, as a list and as a tree: a tree cannot be drawn from half of it. */
export const useTopics = (): Topics => {
  const { language } = useLanguage();
  const { compare } = useFormat();
  const list = useInfiniteQuery(
    api.topics.list.infiniteOptions({
      input: (offset: number) => ({ sort: 'position' as const, offset, limit: 500 }),
      ...pagedOptions,
    }),
  );
  useLoadAll(list, true);
  const topics = useMemo(() => pagedItems(list.data), [list.data]);
  const tree = useMemo(
    () => treeOf(topics, (a, b) => compare(topicName(a, language), topicName(b, language))),
    [topics, compare, language],
  );
  const isReady = list.data !== undefined;
  return useMemo(
    () => ({ topics, tree, isReady, nameOf: (topic: TopicItem) => topicName(topic, language) }),
    [topics, tree, isReady, language],
  );
};
