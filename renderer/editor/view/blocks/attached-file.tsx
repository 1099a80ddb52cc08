import { Download, FileAudio, FileImage, FileText, FileX } from 'lucide-react';
import { useFormat } from '../../../i18n/index.ts';
import { useAttachmentsText, useBlockWords } from '../../editor-text.ts';
import type { AttachmentState } from '../attachments.tsx';

interface AttachedFileProps {
  readonly name: string;
  /** As the text remembers it; the file itself knows better when it is here. */
  readonly bytes?: number | undefined;
  readonly file: AttachmentState | undefined;
  readonly kind: 'image' | 'file' | 'audio';
}

const ICONS = { image: FileImage, file: FileText, audio: FileAudio } as const;

/** A file as a line: what it is called, how large it is, and the way to have it. */
export function AttachedFile({ name, bytes, file, kind }: AttachedFileProps) {
  const t = useAttachmentsText();
  const format = useFormat();
  if (file?.state === 'missing') return <MissingFile name={name} kind={kind} />;
  const here = file?.state === 'here' ? file : undefined;
  const size = here?.bytes ?? bytes;
  const Icon = ICONS[kind];
  return (
    <div className="rt-attached">
      <Icon aria-hidden="true" className="rt-attached-icon" />
      <span className="rt-attached-name">
        <bdi>{name}</bdi>
      </span>
      {size === undefined ? null : <span className="rt-attached-size">{format.bytes(size)}</span>}
      {here ? (
        <a
          className="rt-attached-get"
          href={here.href}
          download={name}
          aria-label={t('downloadNamed', { name })}
          title={t('download')}
        >
          <Download aria-hidden="true" />
        </a>
      ) : null}
    </div>
  );
}

/** A file the library has lost: said, and by its name, so that one can go and look for it. */
export function MissingFile({
  name,
  kind,
}: {
  readonly name: string;
  readonly kind: 'image' | 'file' | 'audio';
}) {
  const words = useBlockWords();
  return (
    <div className="rt-attached rt-missing">
      <FileX aria-hidden="true" className="rt-attached-icon" />
      <span className="rt-attached-name">{words(`missing.${kind}`, { name })}</span>
    </div>
  );
}
