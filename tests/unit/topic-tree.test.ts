import { describe, expect, it } from 'vitest';
import { withName } from '../../renderer/features/topics/names-fields.tsx';
import {
  allIds,
  filterTree,
  pathTo,
  treeOf,
  withDescendants,
} from '../../renderer/features/topics/topic-tree.ts';
import type { TopicItem } from '../../shared/contract/topics.ts';

const topic = (id: string, parentId: string | null, position = 0): TopicItem => ({
  id,
  name: id,
  names: [],
  synonyms: [],
  parentId,
  position,
  ownerId: null,
  criticality: 3,
  itemCount: 0,
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  deletedAt: null,
});
const byName = (a: TopicItem, b: TopicItem): number => a.name.localeCompare(b.name);
const topics = [
  topic('b', null, 1),
  topic('a', null, 0),
  topic('a2', 'a'),
  topic('a1', 'a'),
  topic('a1x', 'a1'),
];

describe('the tree of topics', () => {
  it('orders each level by place, then by name', () => {
    expect(allIds(treeOf(topics, byName))).toEqual(['a', 'a1', 'a1x', 'a2', 'b']);
  });

  it('shows a topic whose parent is not here at the top', () => {
    expect(treeOf([topic('x', 'gone')], byName).map((node) => node.topic.id)).toEqual(['x']);
  });

  it('loses no topic of a circle', () => {
    const ids = allIds(treeOf([topic('x', 'y'), topic('y', 'x'), topic('z', 'x'), topic('s', 's')], byName));
    expect([...ids].sort()).toEqual(['s', 'x', 'y', 'z']);
  });

  it('keeps what leads to a match, and all that is inside one', () => {
    const tree = treeOf(topics, byName);
    expect(allIds(filterTree(tree, (one) => one.id === 'a1x'))).toEqual(['a', 'a1', 'a1x']);
    expect(allIds(filterTree(tree, (one) => one.id === 'a1'))).toEqual(['a', 'a1', 'a1x']);
    expect(filterTree(tree, () => false)).toEqual([]);
  });

  it('tells the way to a topic and what must not become its parent', () => {
    expect(pathTo(topics, 'a1x').map((one) => one.id)).toEqual(['a', 'a1']);
    expect(pathTo(topics, 'gone')).toEqual([]);
    expect(pathTo([topic('x', 'y'), topic('y', 'x')], 'x').map((one) => one.id)).toEqual(['x', 'y']);
    expect(withDescendants(treeOf(topics, byName), 'a').sort()).toEqual(['a', 'a1', 'a1x', 'a2']);
  });
});

describe('names of a topic', () => {
  it('adds, changes and forgets one and keeps languages it does not show', () => {
    const names = [
      { language: 'de', name: 'Dichtung' },
      { language: 'zh-Hans', name: '密封' },
    ];
    expect(withName(names, 'fa', 'آب‌بندی')).toEqual([...names, { language: 'fa', name: 'آب‌بندی' }]);
    expect(withName(names, 'zh', '机械密封')[1]).toEqual({ language: 'zh-Hans', name: '机械密封' });
    expect(withName(names, 'zh', ' ')).toEqual([{ language: 'de', name: 'Dichtung' }]);
  });
});
