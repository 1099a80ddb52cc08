import { FileUp } from 'lucide-react';
import { type DragEvent, type InputHTMLAttributes, type ReactNode, type Ref, useRef, useState } from 'react';
import { Button, cx } from '../ui/index.ts';
import { filesOfDrop, filesOfInput, type PickedFile } from './picked-files.ts';

/** True when a file has one of these extensions (with dot, small letters). */
export const hasExtension = (file: Pick<File, 'name'>, extensions: readonly string[]): boolean =>
  extensions.some((extension) => file.name.toLowerCase().endsWith(extension));

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

export interface FileDropTarget {
  readonly isOver: boolean;
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/**
 * Makes any box take dropped files. The keyboard's way in is always a button beside it. `onDropped` is handed the drop
 * itself, for those who want to look into dropped folders.
 */
export const useFileDrop = (
  onFiles: (files: readonly File[]) => void,
  onDropped?: (transfer: DataTransfer) => void,
): FileDropTarget => {
  // Entering a child leaves the parent: only the count tells whether the files are still over the box.
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragEnter: (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver: (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event) => {
        if (!carriesFiles(event)) return;
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      },
      onDrop: (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        if (onDropped) {
          onDropped(event.dataTransfer);
          return;
        }
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      },
    },
  };
};

export interface FileDropProps {
  /** What to drop here, in a few words. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly buttonLabel: string;
  /** Extensions with dot. The dialog offers these; a drop of others is handed over as well, so that it can be refused in words. */
  readonly extensions: readonly string[];
  readonly isMultiple?: boolean;
  readonly isDisabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Whole folders may be chosen and dropped, too: all files then come here, with their paths. */
  readonly folders?: {
    readonly buttonLabel: string;
    readonly onPicked: (files: readonly PickedFile[]) => void;
  };
}

/** A place for files: drop them, or choose them with the button. */
export function FileDrop({
  title,
  children,
  buttonLabel,
  extensions,
  isMultiple = false,
  isDisabled = false,
  onFiles,
  folders,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]): void => {
    if (folders) folders.onPicked(filesOfInput(files));
    else onFiles(isMultiple ? files : files.slice(0, 1));
  };
  const target = useFileDrop(
    (files) => {
      if (!isDisabled) take(files);
    },
    folders && !isDisabled
      ? (transfer) => void filesOfDrop(transfer).then(folders.onPicked, () => folders.onPicked([]))
      : undefined,
  );
  return (
    <div
      {...target.handlers}
      className={cx(
        'flex flex-col items-center gap-2 rounded-xl border-2 border-dashed px-6 py-12 text-center transition-colors duration-100',
        target.isOver ? 'border-brass bg-brass-soft' : 'border-line-strong/60 bg-canvas',
      )}
    >
      <span
        aria-hidden="true"
        className="mb-1 flex size-14 items-center justify-center rounded-full bg-brass-soft text-brass [&>svg]:size-6"
      >
        <FileUp />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="max-w-md text-base text-balance text-ink-soft">{children}</div> : null}
      <div className="flex flex-wrap justify-center gap-2 pt-3">
        <Button tone="primary" isDisabled={isDisabled} onPress={() => input.current?.click()}>
          {buttonLabel}
        </Button>
        {folders ? (
          <Button isDisabled={isDisabled} onPress={() => folderInput.current?.click()}>
            {folders.buttonLabel}
          </Button>
        ) : null}
      </div>
      <FileInput
        ref={input}
        label={buttonLabel}
        onFiles={take}
        accept={extensions.join(',')}
        multiple={isMultiple}
      />
      {folders ? (
        // The name browsers know it by; React has no other for it.
        <FileInput
          ref={folderInput}
          label={folders.buttonLabel}
          onFiles={take}
          {...{ webkitdirectory: '' }}
        />
      ) : null}
    </div>
  );
}

interface FileInputProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'multiple'> {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What opens the dialog of the platform. Never seen: a button presses it. */
function FileInput({ label, onFiles, ...rest }: FileInputProps) {
  return (
    <input
      {...rest}
      type="file"
      aria-label={label}
      tabIndex={-1}
      hidden
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // Emptied, so that choosing the same file again is a choice too.
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
