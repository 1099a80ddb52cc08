import type { Playbook } from '../../../shared/domain/playbook.ts';
import type { ReadDb } from '../handle.ts';
import { equals, hasTag, hasTopic, type ListPage, type ListQuery, listRecords, without } from './list.ts';

export type PlaybookFilter = Partial<{ state: string; topicId: string; ownerId: string; tag: string }>;
export type PlaybookRow = Omit<Playbook, 'sections' | 'prerequisites' | 'createdBy'> & {
  readonly sectionCount: number;
  readonly stepCount: number;
};

export function listPlaybooks(db: ReadDb, query: ListQuery<PlaybookFilter>): ListPage<PlaybookRow> {
  const { filter } = query;
  const conditions = [
    ...equals('state', filter.state),
    ...equals('owner_id', filter.ownerId),
    ...hasTopic(filter.topicId),
    ...hasTag(filter.tag),
  ];
  return listRecords(db, 'playbook', query, conditions, ['title', 'updatedAt'], (playbook) => ({
    ...without(playbook, 'sections', 'prerequisites', 'createdBy'),
    sectionCount: playbook.sections.length,
    stepCount: playbook.sections.reduce((sum, section) => sum + section.steps.length, 0),
  }));
}
