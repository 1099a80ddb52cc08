import { ListOrdered, ListRestart, ListStart } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Editor } from 'slate';
import { ReactEditor } from 'slate-react';
import { MAX_LIST_START } from '../../../shared/richtext/document.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, type MenuEntry, TextField } from '../../ui/index.ts';
import { continuation, continueList, currentItem, setNumberAt, startListAt } from '../commands/list-start.ts';
import { readNumber } from '../core/digits.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { rectOf } from './anchor.ts';
import { Asked, SmallForm } from './asked-form.tsx';
import { createRequests } from './requests.ts';

/** Asks at which number the list of the item at an index is to begin. */
const startRequests = createRequests<number>();

/** Where the list of the item the cursor stands in begins: entries of its menu, none for anything but a numbered item. */
export function useListStartEntries(editor: RichTextSlate): readonly MenuEntry[] {
  const t = useT('writing');
  const format = useFormat();
  const item = currentItem(editor);
  if (!item) return [];
  const goesOn = continuation(editor);
  const act = (what: () => void) => () => {
    what();
    ReactEditor.focus(editor);
  };
  return [
    {
      id: 'start-again',
      label: t('listStart.again', { number: format.number(1) }),
      icon: <ListRestart aria-hidden="true" />,
      isDisabled: item.number === 1,
      onAction: act(() => startListAt(editor, 1)),
    },
    {
      id: 'continue',
      label: t('listStart.continue'),
      icon: <ListOrdered aria-hidden="true" />,
      isDisabled: goesOn === undefined,
      onAction: act(() => continueList(editor)),
    },
    {
      id: 'start-at',
      label: t('listStart.at'),
      icon: <ListStart aria-hidden="true" />,
      // The menu gives the keys back to the text as it closes; the form asks for them after that.
      onAction: () => setTimeout(() => startRequests.ask(editor, item.index)),
    },
  ];
}

/** The small form that asks for the number. */
export function ListStartForm() {
  return (
    <Asked requests={startRequests}>
      {(editor, index, close) => <OpenForm editor={editor} index={index} onClose={close} />}
    </Asked>
  );
}

interface OpenFormProps {
  readonly editor: RichTextSlate;
  readonly index: number;
  readonly onClose: () => void;
}

function OpenForm({ editor, index, onClose }: OpenFormProps) {
  const t = useT('writing');
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(() => String(currentItem(editor)?.number ?? 1));
  const [refused, setRefused] = useState(false);
  useEffect(() => field.current?.select(), []);
  const submit = () => {
    const number = readNumber(value.trim());
    if (number === undefined || !setNumberAt(editor, index, number)) setRefused(true);
    else onClose();
  };
  return (
    <SmallForm
      title={t('listStart.title')}
      rect={() => rectOf(editor, Editor.range(editor, [index]))}
      tick={refused}
      onSubmit={submit}
      onClose={onClose}
      fields={
        <TextField
          label={t('listStart.title')}
          value={value}
          onChange={(next) => {
            setValue(next);
            setRefused(false);
          }}
          autoFocus
          dir="ltr"
          inputRef={field}
          {...(refused ? { error: t('listStart.refused', { most: format.number(MAX_LIST_START) }) } : {})}
        />
      }
      actions={
        <Button type="submit" tone="primary" size="sm">
          {t('listStart.apply')}
        </Button>
      }
    />
  );
}
