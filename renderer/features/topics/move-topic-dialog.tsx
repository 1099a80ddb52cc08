import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button, Dialog, toasts } from '../../ui/index.ts';
import { TopicPicker } from '../../widgets/index.ts';
import { type TopicNode, withDescendants } from './topic-tree.ts';

export interface MoveTopicDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly topicId: string;
  readonly name: string;
  readonly isAtTop: boolean;
  readonly tree: readonly TopicNode[];
  readonly onMove: (parentId: string | null) => void;
}

/** Chooses where a topic goes. Itself and what is inside it are not offered, so that no circle can be asked for. */
export function MoveTopicDialog({
  isOpen,
  onOpenChange,
  topicId,
  name,
  isAtTop,
  tree,
  onMove,
}: MoveTopicDialogProps) {
  const t = useT('topics');
  const [target, setTarget] = useState<readonly string[]>([]);
  const move = (parentId: string | null): void => {
    onMove(parentId);
    setTarget([]);
    onOpenChange(false);
    toasts.show({ text: t('move.done'), tone: 'good' });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('move.title', { name })}
      size="sm"
      actions={
        <>
          {isAtTop ? null : <Button onPress={() => move(null)}>{t('move.top')}</Button>}
          <Button
            tone="primary"
            isDisabled={target.length === 0}
            onPress={() => {
              const [parent] = target;
              if (parent !== undefined) move(parent);
            }}
          >
            {t('common:done')}
          </Button>
        </>
      }
    >
      <TopicPicker
        single
        label={t('move.label')}
        value={target}
        exclude={withDescendants(tree, topicId)}
        onChange={setTarget}
      />
    </Dialog>
  );
}
