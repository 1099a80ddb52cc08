import '../../../../renderer/ui/styles/ui.css';
import { type CSSProperties, useState } from 'react';
import { createEditor, Editor } from 'slate';
import { withHistory } from 'slate-history';
import {
  Editable,
  type RenderChunkProps,
  type RenderElementProps,
  type RenderLeafProps,
  Slate,
  withReact,
} from 'slate-react';
import { toSlate } from '../../../../renderer/editor/core/convert.ts';
import type { RichTextSlate } from '../../../../renderer/editor/core/slate-types.ts';
import type { RichText } from '../../../../shared/richtext/document.ts';
import { prepareStage } from './stage.ts';

// What Slate can do at its best: its own walkthrough on performance (chunks, content-visibility), nothing else on the
// page. `?chunk=` is how many blocks make a chunk; the walkthrough says 1000.

const CHUNK = Number(new URLSearchParams(location.search).get('chunk') ?? 1000);
const FAR_AWAY: CSSProperties = { contentVisibility: 'auto' };

function makeEditor(): RichTextSlate {
  const editor = withReact(withHistory(createEditor())) as RichTextSlate;
  editor.getChunkSize = (node) => (node === editor ? CHUNK : null);
  editor.isInline = (element) => element.type === 'link' || element.type === 'mention';
  editor.isVoid = (element) =>
    element.type === 'mention' || element.type === 'divider' || element.type === 'record';
  return editor;
}

function Element({ attributes, children, element }: RenderElementProps) {
  switch (element.type) {
    case 'heading':
      return <h2 {...attributes}>{children}</h2>;
    case 'quote':
      return <blockquote {...attributes}>{children}</blockquote>;
    case 'code':
      return (
        <pre {...attributes}>
          <code>{children}</code>
        </pre>
      );
    case 'link':
      return (
        <a {...attributes} href={element.url}>
          {children}
        </a>
      );
    case 'mention':
      return (
        <span {...attributes} contentEditable={false}>
          {element.label}
          {children}
        </span>
      );
    case 'divider':
      return (
        <div {...attributes}>
          {children}
          <hr contentEditable={false} />
        </div>
      );
    case 'paragraph':
      return <p {...attributes}>{children}</p>;
    default:
      return <div {...attributes}>{children}</div>;
  }
}

function Leaf({ attributes, children, leaf }: RenderLeafProps) {
  let inner = children;
  if (leaf.bold) inner = <strong>{inner}</strong>;
  if (leaf.italic) inner = <em>{inner}</em>;
  if (leaf.code) inner = <code>{inner}</code>;
  return <span {...attributes}>{inner}</span>;
}

const renderElement = (props: RenderElementProps) => <Element {...props} />;
const renderLeaf = (props: RenderLeafProps) => <Leaf {...props} />;
const renderChunk = ({ attributes, lowest, children }: RenderChunkProps) => (
  <div {...attributes} style={lowest ? FAR_AWAY : undefined}>
    {children}
  </div>
);

function Bare({ note }: { readonly note: RichText }) {
  const [editor] = useState(makeEditor);
  const [value] = useState(() => toSlate(note, () => 'first'));
  return (
    <main className="measure">
      <Slate editor={editor} initialValue={value}>
        <Editable
          aria-label="Note"
          autoFocus
          spellCheck
          renderElement={renderElement}
          renderLeaf={renderLeaf}
          renderChunk={renderChunk}
          onKeyDown={(event) => {
            if (event.ctrlKey && event.key === 'b') {
              event.preventDefault();
              if (Editor.marks(editor)?.bold) Editor.removeMark(editor, 'bold');
              else Editor.addMark(editor, 'bold', true);
            }
          }}
        />
      </Slate>
    </main>
  );
}

await prepareStage((note) => <Bare note={note} />);
