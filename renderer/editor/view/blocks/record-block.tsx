import { ArrowUpRight } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { ReactEditor, useSelected, useSlateStatic } from 'slate-react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { chooseBlock } from '../../commands/figures.ts';
import type { RichTextSlate } from '../../core/slate-types.ts';
import { useAttachmentsText, useBlockWords, useEditorText } from '../../editor-text.ts';
import { RECORD_ICONS } from '../record-icons.tsx';
import { useRecords } from '../records.ts';
import type { SharedAttributes } from './shell-attributes.ts';

interface RecordBlockProps {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<'record'>;
  /** While writing, a click selects the card instead of opening it. */
  readonly still: boolean;
  /** The empty text Slate keeps in a void block. */
  readonly children: ReactNode;
}

/** A record as a card among the lines: what it is, what it is called today, and the way to it. */
export function RecordBlock({ attributes, block, still, children }: RecordBlockProps) {
  // A card stands as the page does, whatever its name is written in; only a hand may turn it.
  const { dir: _ofTheName, ...rest } = attributes;
  return (
    <div {...rest} {...(block.dir ? { dir: block.dir } : {})} className="rt-record">
      {children}
      {still ? <WritingCard block={block} /> : <ReadingCard block={block} />}
    </div>
  );
}

function ReadingCard({ block }: { readonly block: BlockOf<'record'> }) {
  const desk = useRecords();
  const { canOpen } = useCard(block);
  if (!canOpen) {
    return (
      <div className="rt-card">
        <CardWords block={block} />
      </div>
    );
  }
  return (
    <button type="button" className="rt-card" onClick={() => desk.open(block.kind, block.recordId)}>
      <CardWords block={block} />
    </button>
  );
}

function WritingCard({ block }: { readonly block: BlockOf<'record'> }) {
  const editor = useSlateStatic() as RichTextSlate;
  const selected = useSelected();
  const desk = useRecords();
  const t = useAttachmentsText();
  const { title, canOpen } = useCard(block);
  return (
    <div
      contentEditable={false}
      suppressContentEditableWarning
      className="rt-card"
      data-chosen={selected || undefined}
      onClick={(event) => {
        if ((event.target as Element).closest('button')) return;
        const [index] = ReactEditor.findPath(editor, block);
        if (index === undefined) return;
        event.preventDefault();
        if ((event.ctrlKey || event.metaKey) && canOpen) return desk.open(block.kind, block.recordId);
        ReactEditor.focus(editor);
        chooseBlock(editor, index);
      }}
    >
      <CardWords block={block} />
      {canOpen ? (
        <button
          type="button"
          className="rt-card-open"
          aria-label={t('card.open', { title })}
          title={t('card.open', { title })}
          onClick={() => desk.open(block.kind, block.recordId)}
        >
          <ArrowUpRight aria-hidden="true" />
        </button>
      ) : null}
    </div>
  );
}

function CardWords({ block }: { readonly block: BlockOf<'record'> }) {
  const t = useEditorText();
  const words = useBlockWords();
  const attachments = useAttachmentsText();
  const { title, facts } = useCard(block);
  const Icon = RECORD_ICONS[block.kind];
  const kind = t(`kind.${block.kind}`);
  return (
    <>
      <Icon aria-hidden="true" className="rt-card-icon" />
      <span className="rt-card-words">
        {facts === null ? (
          <span className="rt-card-title rt-card-gone">
            {words('missing.record', { label: block.label })}
          </span>
        ) : (
          <span className="rt-card-title">
            <bdi>{title}</bdi>
          </span>
        )}
        <span className="rt-card-line">
          <span>{kind}</span>
          {facts?.isBinned ? <span>{attachments('card.binned')}</span> : null}
          {facts?.line ? <bdi>{facts.line}</bdi> : null}
        </span>
      </span>
    </>
  );
}

function useCard(block: BlockOf<'record'>) {
  const desk = useRecords();
  const { kind, recordId, label } = block;
  const title = useSyncExternalStore(desk.subscribe, () => desk.titleOf(kind, recordId));
  // As letters: the facts are a new object at each drawing, and only what they say matters.
  const said = useSyncExternalStore(desk.subscribe, () => JSON.stringify(desk.factsOf(kind, recordId)));
  const mayOpen = useSyncExternalStore(desk.subscribe, desk.canOpen);
  const facts = said === undefined ? undefined : (JSON.parse(said) as ReturnType<typeof desk.factsOf>);
  return {
    title: facts?.title || title || label,
    facts,
    // Nothing opens a record that is not here.
    canOpen: mayOpen && facts !== null,
  };
}
