import { useSyncExternalStore } from 'react';
import type { Mention } from '../../../shared/richtext/document.ts';
import { useRecords } from './records.ts';

/** A record in the middle of a sentence, under the name it has today. In the reading view it is a button that leads there. */
export function MentionChip({
  mention,
  still = false,
}: {
  readonly mention: Pick<Mention, 'kind' | 'id' | 'label'>;
  readonly still?: boolean;
}) {
  const desk = useRecords();
  const title =
    useSyncExternalStore(desk.subscribe, () => desk.titleOf(mention.kind, mention.id)) ?? mention.label;
  const canOpen = useSyncExternalStore(desk.subscribe, desk.canOpen);
  const words = <bdi>{title}</bdi>;
  if (still || !canOpen) {
    return (
      <span className="rt-mention" data-kind={mention.kind}>
        {words}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="rt-mention"
      data-kind={mention.kind}
      onClick={() => desk.open(mention.kind, mention.id)}
    >
      {words}
    </button>
  );
}
