import { FileUp, FileWarning } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSlateStatic } from 'slate-react';
import { useProblemText } from '../../client/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { Button, ProgressBar } from '../../ui/index.ts';
import { filesOf, type PendingFile, type PendingPlace } from '../core/file-queue.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useAttachmentsText } from '../editor-text.ts';

const NONE: ReadonlyMap<string, PendingPlace> = new Map();
const PendingContext = createContext<ReadonlyMap<string, PendingPlace>>(NONE);

/** Lets the blocks of the text know what is on its way to a place beside them. */
export function PendingProvider({ children }: { readonly children: ReactNode }) {
  const editor = useSlateStatic() as RichTextSlate;
  const queue = useMemo(() => filesOf(editor), [editor]);
  const places = useSyncExternalStore(queue.subscribe, queue.places);
  return <PendingContext value={places}>{children}</PendingContext>;
}

/** What is on its way to the places beside a block; nearly always nothing. */
export const usePendingPlace = (blockId: string): PendingPlace | undefined =>
  useContext(PendingContext).get(blockId);

/** Files on their way. They stand in the text for the eye, and not in the document. */
export function PendingFiles({ files }: { readonly files: readonly PendingFile[] }) {
  if (files.length === 0) return null;
  return (
    <div
      className="rt-pending"
      contentEditable={false}
      suppressContentEditableWarning
      // Keys pressed on these buttons are not keys pressed in the text.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {files.map((file) =>
        file.state === 'refused' ? (
          <Refused key={file.key} file={file} />
        ) : (
          <UnderWay key={file.key} file={file} />
        ),
      )}
    </div>
  );
}

/** Those whose block was deleted meanwhile: they will stand near where it was. */
export function LostPendingFiles() {
  const lost = usePendingPlace('');
  return lost ? <PendingFiles files={[...lost.before, ...lost.after]} /> : null;
}

function UnderWay({ file }: { readonly file: PendingFile }) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useAttachmentsText();
  const format = useFormat();
  const sending = file.state === 'sending';
  const queue = filesOf(editor);
  const fraction = useSyncExternalStore(queue.subscribe, () => queue.fractionOf(file.key));
  const label = t(sending ? 'uploading' : 'waiting', { name: file.name });
  return (
    <div className="rt-pending-file">
      <FileUp aria-hidden="true" className="rt-attached-icon" />
      <div className="rt-pending-words">
        {sending ? (
          <ProgressBar label={label} value={fraction} valueText={format.percent(fraction)} />
        ) : (
          <span>{label}</span>
        )}
      </div>
      <Button tone="quiet" size="sm" onPress={() => queue.drop(file.key)}>
        {t('cancel')}
      </Button>
    </div>
  );
}

function Refused({ file }: { readonly file: PendingFile }) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useAttachmentsText();
  const say = useProblemText();
  const { what, safe, advice } = say(file.error);
  const mayBeFile = !file.asFile && codeOf(file.error) === 'PICTURE_TOO_LARGE';
  return (
    <div className="rt-pending-file rt-refused" role="alert">
      <FileWarning aria-hidden="true" className="rt-attached-icon" />
      <div className="rt-pending-words">
        <strong>{t('refused', { name: file.name })}</strong> {what} {safe} {advice}
      </div>
      {mayBeFile ? (
        <Button size="sm" onPress={() => filesOf(editor).retryAsFile(file.key)}>
          {t('asFile')}
        </Button>
      ) : null}
      <Button tone="quiet" size="sm" onPress={() => filesOf(editor).drop(file.key)}>
        {t('dismiss')}
      </Button>
    </div>
  );
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** Leaving the text stops what is under way: a file that arrives later would have no text to be in. */
export function useStopOnLeaving(editor: RichTextSlate): void {
  useEffect(() => () => filesOf(editor).stop(), [editor]);
}
