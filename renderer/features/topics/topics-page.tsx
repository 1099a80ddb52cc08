import { ChevronsDownUp, ChevronsUpDown, FolderPlus, FolderTree } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';
import { client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Button,
  EmptyState,
  IconButton,
  ListHeader,
  Page,
  SearchField,
  SplitLayout,
} from '../../ui/index.ts';
import { matchesWords, recordPath, useCreateAndOpen } from '../../widgets/index.ts';
import { allIds, filterTree, pathTo } from './topic-tree.ts';
import { TopicTreeView } from './topic-tree-view.tsx';
import { useTopics } from './use-topics.ts';

// Which branches are open, for the life of the window. Null until the first visit: then the top level is open.
let remembered: ReadonlySet<string> | null = null;

/** The tree of topics, with the page of one of them. */
export function TopicsPage() {
  const t = useT('topics');
  const format = useFormat();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const { id } = useParams();
  const { topics, tree, isReady, nameOf } = useTopics();
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(remembered);
  const expanded = opened ?? new Set(tree.map((node) => node.topic.id));
  const open = (ids: ReadonlySet<string>): void => {
    remembered = ids;
    setOpened(ids);
  };

  // A topic reached from elsewhere must be seen in the tree.
  const path =
    id === undefined
      ? ''
      : pathTo(topics, id)
          .map((topic) => topic.id)
          .join(' ');
  const latest = useRef({ expanded, open });
  latest.current = { expanded, open };
  useEffect(() => {
    if (path === '') return;
    // Only when another topic is shown: a branch that somebody closes stays closed.
    const now = latest.current;
    const missing = path.split(' ').filter((one) => !now.expanded.has(one));
    if (missing.length > 0) now.open(new Set([...now.expanded, ...missing]));
  }, [path]);

  const create = (): void => {
    client.topics
      .create({ fields: { name: t('newName'), position: topics.length } })
      .then((topic) => navigate(recordPath('topic', topic.id), { state: { isNew: true } }), tell);
  };
  useCreateAndOpen(create);

  const shown =
    words.trim() === ''
      ? tree
      : filterTree(tree, (topic) =>
          matchesWords(words, [topic.name, ...topic.names.map((one) => one.name), ...topic.synonyms]),
        );
  const isAllOpen = topics.length > 0 && allIds(tree).every((one) => expanded.has(one));

  return (
    <SplitLayout
      listLabel={t('title')}
      showPage={id !== undefined}
      list={
        <>
          <ListHeader
            title={t('title')}
            count={isReady ? format.number(topics.length) : undefined}
            actions={
              <>
                <IconButton
                  label={isAllOpen ? t('collapseAll') : t('expandAll')}
                  onPress={() => open(isAllOpen ? new Set() : new Set(allIds(tree)))}
                >
                  {isAllOpen ? <ChevronsDownUp aria-hidden="true" /> : <ChevronsUpDown aria-hidden="true" />}
                </IconButton>
                <IconButton label={t('new')} onPress={create}>
                  <FolderPlus aria-hidden="true" />
                </IconButton>
              </>
            }
          >
            <SearchField label={t('filter')} value={words} onChange={setWords} />
          </ListHeader>
          {!isReady ? null : topics.length === 0 ? (
            <EmptyState
              size="panel"
              icon={<FolderTree />}
              title={t('empty.title')}
              action={
                <Button tone="primary" onPress={create}>
                  {t('new')}
                </Button>
              }
            >
              {t('empty.text')}
            </EmptyState>
          ) : shown.length === 0 ? (
            <EmptyState size="panel" icon={<FolderTree />} title={t('noMatch.title')}>
              {t('noMatch.text')}
            </EmptyState>
          ) : (
            <TopicTreeView
              label={t('title')}
              nodes={shown}
              nameOf={nameOf}
              currentId={id}
              expanded={words.trim() === '' ? expanded : new Set(allIds(shown))}
              onExpandedChange={words.trim() === '' ? open : () => undefined}
              onOpen={(topicId) => void navigate(recordPath('topic', topicId))}
            />
          )}
        </>
      }
    >
      <Outlet />
    </SplitLayout>
  );
}

/** Beside the tree while no topic is open. */
export function NoTopicChosen() {
  const t = useT('topics');
  return (
    <Page>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState icon={<FolderTree />} title={t('pick.title')}>
        {t('pick.text')}
      </EmptyState>
    </Page>
  );
}
