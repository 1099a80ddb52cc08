import { useEffect, useRef, useState } from 'react';
import type { RichText } from '../../../shared/richtext/document.ts';
import { client, onBeforeClose } from '../../client/index.ts';
import { RichTextEditor } from '../../editor/index.ts';
import { useAttachmentAccess, useRecordAccess } from '../../widgets/index.ts';

/** The playbook saves itself a moment after it hears of a change; it hears of one after this pause in typing. */
const QUIET_MS = 900;

/** The text of one step. Given on after a short pause, on leaving it, and when the page goes. */
export function StepText({
  playbookId,
  document,
  onChange,
  label,
  placeholder,
  autoFocus,
}: {
  /** What is put into the text belongs to it. */
  readonly playbookId: string;
  readonly document: RichText;
  readonly onChange: (document: RichText) => void;
  readonly label: string;
  readonly placeholder: string;
  readonly autoFocus: boolean;
}) {
  const [typed, setTyped] = useState<RichText | null>(null);
  const access = useRecordAccess([typed ?? document]);
  const attachments = useAttachmentAccess([typed ?? document], { kind: 'playbook', id: playbookId });
  const latest = useRef({ typed, onChange });
  latest.current = { typed, onChange };
  const give = useRef(() => {
    const { typed: text, onChange: hand } = latest.current;
    if (text === null) return;
    latest.current.typed = null;
    hand(text);
    setTyped(null);
  }).current;
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(give, QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed, give]);
  useEffect(() => onBeforeClose(async () => give()), [give]);
  useEffect(() => give, [give]);
  return (
    <RichTextEditor
      document={typed ?? document}
      onChange={setTyped}
      onFlush={give}
      autoFocus={autoFocus}
      ariaLabel={label}
      placeholder={placeholder}
      searchRecords={async (query, kinds) => {
        const found = await client.search.suggest({ query, kinds: [...kinds], limit: 8 });
        return found.flatMap((one) =>
          kinds.filter((kind) => kind === one.kind).map((kind) => ({ kind, id: one.id, title: one.title })),
        );
      }}
      attachments={attachments}
      {...access}
    />
  );
}
