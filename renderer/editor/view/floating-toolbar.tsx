import { Link as LinkIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Editor, Range } from 'slate';
import { ReactEditor, useFocused, useSlate } from 'slate-react';
import { IconButton } from '../../ui/index.ts';
import { isInsideLink } from '../commands/links.ts';
import { isMarkActive } from '../commands/marks.ts';
import { selectedBlocks } from '../commands/selection.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { rectOf, useAnchored } from './anchor.ts';
import { ToolButton } from './editor-toolbar.tsx';
import { Floating } from './frame.tsx';
import { requestLink } from './link-request.ts';
import { useRovingToolbar } from './roving-toolbar.ts';

/** A selection that is still being dragged gets no toolbar under the mouse. */
const CALM_MS = 180;

/** The few marks one reaches for, above the words that are selected. */
export function FloatingToolbar() {
  const editor = useSlate() as RichTextSlate;
  const focused = useFocused();
  const [pressed, setPressed] = useState(false);
  const [calm, setCalm] = useState('');
  const { selection } = editor;
  const shown =
    focused &&
    selection !== null &&
    Range.isExpanded(selection) &&
    Editor.string(editor, selection).trim() !== '' &&
    selectedBlocks(editor).some(([block]) => block.type !== 'code' && block.type !== 'divider');
  const key = shown ? JSON.stringify(selection) : '';

  useEffect(() => {
    const down = () => setPressed(true);
    const up = () => setPressed(false);
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    return () => {
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(key), CALM_MS);
    return () => clearTimeout(timer);
  }, [key]);

  if (!shown || pressed || calm !== key) return null;
  return (
    <Floating>
      <Bar editor={editor} range={selection} />
    </Floating>
  );
}

function Bar({ editor, range }: { readonly editor: RichTextSlate; readonly range: Range }) {
  const t = useEditorText();
  const bar = useRef<HTMLDivElement>(null);
  useRovingToolbar(bar);
  useAnchored(
    bar,
    () => rectOf(editor, range),
    'above',
    JSON.stringify(range),
    () => barBottom(editor),
  );
  return (
    // Pressing between the buttons must not take the selection away.
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('toolbar.selection')}
      className="rt-float rt-float-bar"
      onMouseDown={(event) => event.preventDefault()}
    >
      {(['bold', 'italic', 'underline', 'strike', 'highlight', 'code'] as const).map((id) => (
        <ToolButton key={id} id={id} active={isMarkActive(editor, id)} />
      ))}
      <IconButton
        size="sm"
        label={t('command.link')}
        keys="mod+k"
        aria-pressed={isInsideLink(editor)}
        preventFocusOnPress
        onPress={() => requestLink(editor)}
      >
        <LinkIcon aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** The bar that is always there must stay readable: above the first line this one gives way to it. */
function barBottom(editor: RichTextSlate): number {
  const fixed = ReactEditor.toDOMNode(editor, editor).parentElement?.querySelector('.rt-toolbar');
  // A calm editor has its bar below the text.
  return fixed && !fixed.closest('.rt-calm') ? fixed.getBoundingClientRect().bottom : 0;
}
