import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useAnchored } from './anchor.ts';
import { Floating } from './frame.tsx';
import type { Requests } from './requests.ts';

interface AskedProps<T> {
  readonly requests: Requests<T>;
  readonly children: (editor: RichTextSlate, request: T, close: () => void) => ReactNode;
}

/** Shows its form over the text whenever it is asked for, and gives the keys back to the text when that closes. */
export function Asked<T>({ requests, children }: AskedProps<T>) {
  const editor = useSlateStatic() as RichTextSlate;
  const [asked, setAsked] = useState<{ readonly request: T }>();
  useEffect(() => requests.on(editor, (request) => setAsked({ request })), [requests, editor]);
  if (!asked) return null;
  const close = () => {
    setAsked(undefined);
    ReactEditor.focus(editor);
  };
  return <Floating>{children(editor, asked.request, close)}</Floating>;
}

interface SmallFormProps {
  readonly title: string;
  /** What it stands beside, in the coordinates of the window. */
  readonly rect: () => DOMRect | undefined;
  /** Whatever changes the size of the form: it finds its place anew then. */
  readonly tick: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly fields: ReactNode;
  readonly actions: ReactNode;
}

/** A few fields beside the words they are about. Escape and a press elsewhere close it. */
export function SmallForm({ title, rect, tick, onSubmit, onClose, fields, actions }: SmallFormProps) {
  const panel = useRef<HTMLFormElement>(null);
  useAnchored(panel, rect, 'below', tick);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (!panel.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [onClose]);
  return (
    <form
      ref={panel}
      role="dialog"
      aria-label={title}
      className="rt-float rt-small-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {fields}
      <div className="rt-form-actions">{actions}</div>
    </form>
  );
}
