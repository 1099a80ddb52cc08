import { ArrowDown, ArrowUp, Ellipsis, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  moveSection,
  moveStep,
  type Section,
  type Step,
  type StepPlace,
} from '../../../shared/domain/playbook.ts';
import { EMPTY_DOCUMENT } from '../../../shared/richtext/document.ts';
import { saveBeforeClose } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Button, cx, IconButton, Menu, toasts } from '../../ui/index.ts';
import { type RecordForm, RecordPicker } from '../../widgets/index.ts';
import { HeadingField } from './heading-field.tsx';
import { neighbourPlace } from './neighbour-place.ts';
import { StepEditor } from './step-editor.tsx';
import { useStepDrag } from './use-step-drag.ts';

const makeId = (): string => globalThis.crypto.randomUUID().slice(0, 18);
const newStep = (fields: Partial<Step> = {}): Step => ({
  id: makeId(),
  title: '',
  document: EMPTY_DOCUMENT,
  reference: null,
  ...fields,
});
/** All that is being written, saved; or not, when that takes longer than anybody waits for. */
const SAVED_FIRST_MS = 2_000;
const savedFirst = (): Promise<unknown> =>
  Promise.race([saveBeforeClose(), new Promise((go) => setTimeout(go, SAVED_FIRST_MS))]);
export const newSection = (): Section => ({ id: makeId(), title: '', steps: [] });

export interface SectionsEditorProps {
  readonly form: RecordForm<'playbooks'>;
  readonly sections: readonly Section[];
  readonly isReadOnly: boolean;
  readonly onChange: (sections: Section[]) => void;
}

/** The body of a playbook: sections of steps, written in place, reordered by drag or keyboard, removed with undo. */
export function SectionsEditor({ form, sections, isReadOnly, onChange }: SectionsEditorProps) {
  const t = useT('playbooks');
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef({ sections, onChange });
  latest.current = { sections, onChange };
  const [fresh, setFresh] = useState<string | null>(null);
  const [picking, setPicking] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [news, setNews] = useState('');

  // After the list is drawn again, the step that was moved keeps the keyboard.
  useEffect(() => {
    if (wanted === null) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-step="${CSS.escape(wanted)}"] [data-part="grip"]`)
      ?.focus();
    setWanted(null);
  }, [wanted]);

  const place = (from: StepPlace, to: StepPlace): void => {
    const step = latest.current.sections[from.section]?.steps[from.step];
    if (!step) return;
    latest.current.onChange(moveStep(latest.current.sections, from, to));
    setWanted(step.id);
    const title = latest.current.sections[to.section]?.title ?? '';
    setNews(
      t('moved', { at: to.step + 1, section: title || t('section.unnamed', { number: to.section + 1 }) }),
    );
  };
  const drag = useStepDrag(list, place);

  const changeSection = (id: string, edit: (section: Section) => Section): void =>
    latest.current.onChange(
      latest.current.sections.map((section) => (section.id === id ? edit(section) : section)),
    );
  const changeStep = (sectionId: string, step: Step): void =>
    changeSection(sectionId, (section) => ({
      ...section,
      steps: section.steps.map((one) => (one.id === step.id ? step : one)),
    }));
  const addStep = (sectionId: string, step: Step): void => {
    changeSection(sectionId, (section) => ({ ...section, steps: [...section.steps, step] }));
    setFresh(step.id);
    setPicking(null);
  };
  const undoable = (text: string): void => {
    const before = latest.current.sections;
    toasts.show({
      text,
      action: { label: t('common:undo'), run: () => latest.current.onChange([...before]) },
    });
  };
  // What is being written in what goes is saved first: it comes back with "undo", and it is in the history.
  const removeStep = async (sectionId: string, step: Step): Promise<void> => {
    await savedFirst();
    undoable(t('step.removed'));
    changeSection(sectionId, (section) => ({
      ...section,
      steps: section.steps.filter((one) => one.id !== step.id),
    }));
  };
  const removeSection = async (section: Section): Promise<void> => {
    await savedFirst();
    undoable(t('section.removed'));
    latest.current.onChange(latest.current.sections.filter((one) => one.id !== section.id));
  };

  let number = 0;
  return (
    <div ref={list} className="rt-calm flex flex-col gap-8">
      {sections.map((section, sectionAt) => {
        const target = drag.drag?.to;
        const isEndTarget = target?.section === sectionAt && target.step === section.steps.length;
        const name = section.title || t('section.unnamed', { number: sectionAt + 1 });
        return (
          <section key={section.id} data-section={section.id} aria-label={name}>
            <header className="flex items-start gap-2 border-b border-line pb-1.5">
              <div className="min-w-0 flex-1">
                <HeadingField
                  label={t('section.title')}
                  level="section"
                  value={section.title}
                  isReadOnly={isReadOnly}
                  autoFocus={fresh === section.id}
                  onChange={(title) => changeSection(section.id, (one) => ({ ...one, title }))}
                />
              </div>
              {isReadOnly ? null : (
                <Menu
                  label={t('section.actions', { name })}
                  trigger={
                    <IconButton label={t('section.actions', { name })} size="sm">
                      <Ellipsis aria-hidden="true" />
                    </IconButton>
                  }
                  entries={[
                    {
                      id: 'up',
                      label: t('moveUp'),
                      icon: <ArrowUp aria-hidden="true" />,
                      isDisabled: sectionAt === 0,
                      onAction: () => onChange(moveSection(sections, sectionAt, sectionAt - 1)),
                    },
                    {
                      id: 'down',
                      label: t('moveDown'),
                      icon: <ArrowDown aria-hidden="true" />,
                      isDisabled: sectionAt === sections.length - 1,
                      onAction: () => onChange(moveSection(sections, sectionAt, sectionAt + 1)),
                    },
                    {
                      id: 'remove',
                      label: t('section.remove'),
                      icon: <Trash2 aria-hidden="true" />,
                      isDanger: true,
                      onAction: () => void removeSection(section),
                    },
                  ]}
                />
              )}
            </header>
            <ol className={cx('flex flex-col pt-2', isEndTarget && 'shadow-[0_2px_0_var(--brass-fill)]')}>
              {section.steps.map((step, stepAt) => {
                number += 1;
                const here = { section: sectionAt, step: stepAt };
                return (
                  <StepEditor
                    key={step.id}
                    form={form}
                    step={step}
                    place={here}
                    number={number}
                    drag={drag}
                    isReadOnly={isReadOnly}
                    isNew={fresh === step.id}
                    onChange={(next) => changeStep(section.id, next)}
                    onMove={(direction) => {
                      const to = neighbourPlace(sections, here, direction);
                      if (to) place(here, to);
                    }}
                    onRemove={() => void removeStep(section.id, step)}
                  />
                );
              })}
            </ol>
            {isReadOnly ? null : picking === section.id ? (
              <div className="max-w-md py-2">
                <RecordPicker
                  label={t('step.pick')}
                  kinds={['note', 'answer', 'case', 'question']}
                  autoFocus
                  onPick={(record) => {
                    if (
                      record.kind === 'note' ||
                      record.kind === 'answer' ||
                      record.kind === 'case' ||
                      record.kind === 'question'
                    )
                      addStep(
                        section.id,
                        newStep({
                          title: record.title.slice(0, 500),
                          reference: { kind: record.kind, id: record.id, title: record.title },
                        }),
                      );
                  }}
                />
                <Button tone="quiet" size="sm" className="mt-1" onPress={() => setPicking(null)}>
                  {t('common:cancel')}
                </Button>
              </div>
            ) : (
              <div className="flex flex-wrap gap-2 py-2">
                <Button
                  size="sm"
                  icon={<Plus aria-hidden="true" />}
                  onPress={() => addStep(section.id, newStep())}
                >
                  {t('step.add')}
                </Button>
                <Button size="sm" tone="quiet" onPress={() => setPicking(section.id)}>
                  {t('step.addRecord')}
                </Button>
              </div>
            )}
          </section>
        );
      })}
      {isReadOnly ? null : (
        <div>
          <Button
            icon={<Plus aria-hidden="true" />}
            onPress={() => {
              const section = newSection();
              onChange([...sections, section]);
              setFresh(section.id);
            }}
          >
            {t('section.add')}
          </Button>
        </div>
      )}
      <span role="status" className="sr-only">
        {news}
      </span>
    </div>
  );
}
