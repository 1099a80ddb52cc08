import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Link2Off, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import type { Step, StepPlace } from '../../../shared/domain/playbook.ts';
import { useT } from '../../i18n/index.ts';
import { cx, IconButton, Menu } from '../../ui/index.ts';
import { RecordDocument, type RecordForm } from '../../widgets/index.ts';
import { HeadingField } from './heading-field.tsx';
import { StepReference } from './step-reference.tsx';
import type { StepDragHandlers } from './use-step-drag.ts';

export interface StepEditorProps {
  /** The form of the playbook, which saves the text of the step. */
  readonly form: RecordForm<'playbooks'>;
  readonly step: Step;
  readonly place: StepPlace;
  /** Its number in the whole playbook, from 1. */
  readonly number: number;
  readonly drag: StepDragHandlers;
  readonly isReadOnly: boolean;
  readonly isNew: boolean;
  readonly onChange: (step: Step) => void;
  /** One place up or down, over the border of a section when there is one. */
  readonly onMove: (direction: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One step: a number, what to do, its own text, and what it shows. */
export function StepEditor(props: StepEditorProps) {
  const { step, place, number, drag, isReadOnly, isNew, onChange, onMove, onRemove } = props;
  const t = useT('playbooks');
  const hintId = useId();
  const onGripKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const name = step.title || t('step.unnamed', { number });
  const target = drag.drag?.to;
  const isTarget = target?.section === place.section && target.step === place.step;
  const isDragged = drag.drag?.from.section === place.section && drag.drag.from.step === place.step;
  return (
    <li
      data-step={step.id}
      className={cx(
        'group/step relative -ms-8 flex gap-2 rounded-lg py-2 ps-1 pe-1',
        isDragged && 'opacity-50',
        isTarget && !isDragged && 'shadow-[0_-2px_0_var(--brass-fill)]',
      )}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        // Inside the text the editor moves its own blocks with these keys.
        if ((event.target as HTMLElement).isContentEditable) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      {isReadOnly ? (
        <span className="w-6 shrink-0" />
      ) : (
        <button
          type="button"
          data-part="grip"
          aria-label={t('step.move', { name })}
          aria-describedby={hintId}
          onKeyDown={onGripKey}
          onPointerDown={(event) => drag.start(event, place)}
          onPointerMove={drag.move}
          onPointerUp={drag.end}
          onPointerCancel={drag.cancel}
          className="mt-1.5 flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-ink-faint opacity-0 group-focus-within/step:opacity-100 group-hover/step:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
        >
          <GripVertical aria-hidden="true" className="size-4" />
        </button>
      )}
      <span
        aria-hidden="true"
        className="tabular mt-1 flex size-7 shrink-0 items-center justify-center rounded-full bg-brass-soft text-sm font-semibold text-brass"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2 pt-0.5">
        <HeadingField
          label={t('step.title', { number })}
          level="step"
          value={step.title}
          isReadOnly={isReadOnly}
          autoFocus={isNew}
          onChange={(title) => onChange({ ...step, title })}
        />
        <RecordDocument
          noun="playbooks"
          form={props.form}
          part={step.id}
          document={step.document}
          label={t('step.text', { name })}
          placeholder={t('step.placeholder')}
          isReadOnly={isReadOnly}
          hidesBlank={step.reference !== null && !isNew}
        />
        {step.reference ? <StepReference reference={step.reference} full={false} /> : null}
      </div>
      {isReadOnly ? null : (
        <Menu
          label={t('step.actions', { name })}
          trigger={
            <IconButton label={t('step.actions', { name })} size="sm" className="mt-1">
              <Ellipsis aria-hidden="true" />
            </IconButton>
          }
          entries={[
            {
              id: 'up',
              label: t('moveUp'),
              icon: <ArrowUp aria-hidden="true" />,
              onAction: () => onMove(-1),
            },
            {
              id: 'down',
              label: t('moveDown'),
              icon: <ArrowDown aria-hidden="true" />,
              onAction: () => onMove(1),
            },
            ...(step.reference
              ? [
                  {
                    id: 'unlink',
                    label: t('step.unlink'),
                    icon: <Link2Off aria-hidden="true" />,
                    onAction: () => onChange({ ...step, reference: null }),
                  },
                ]
              : []),
            {
              id: 'remove',
              label: t('step.remove'),
              icon: <Trash2 aria-hidden="true" />,
              isDanger: true,
              onAction: onRemove,
            },
          ]}
        />
      )}
      <span id={hintId} hidden>
        {t('moveHint')}
      </span>
    </li>
  );
}
