import { type ReactNode, useEffect, useRef } from 'react';
import type { Range } from 'slate';
import type { RichTextSlate } from '../core/slate-types.ts';
import { rectOf, useAnchored } from './anchor.ts';
import { Floating } from './frame.tsx';

export interface Suggestion {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly choose: () => void;
}

interface SuggestPanelProps {
  readonly editor: RichTextSlate;
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** Said instead of a list: searching, nothing found. */
  readonly note: string | undefined;
  /** Spoken when the list changes. */
  readonly status: string;
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The list at the cursor. The keys stay in the text; the list only shows what Enter would take. */
export function SuggestPanel({
  editor,
  id,
  label,
  range,
  suggestions,
  active,
  onActive,
  note,
  status,
}: SuggestPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useAnchored(
    panel,
    () => rectOf(editor, { anchor: range.anchor, focus: range.anchor }) ?? rectOf(editor, range),
    'below',
    `${suggestions.length}:${range.anchor.path.join()}:${range.anchor.offset}:${note}`,
  );
  useEffect(() => {
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <Floating>
      <div ref={panel} className="rt-float rt-suggest" onMouseDown={(event) => event.preventDefault()}>
        {/* A listbox must not be empty: without choices there is only the note. */}
        {suggestions.length > 0 ? (
          <div role="listbox" id={id} aria-label={label}>
            {suggestions.map((suggestion, index) => (
              // The keyboard reaches options through the text field (aria-activedescendant); the mouse through these.
              <div
                key={suggestion.id}
                id={optionId(id, index)}
                role="option"
                aria-selected={index === active}
                onMouseMove={() => onActive(index)}
                onClick={suggestion.choose}
              >
                {suggestion.icon ? (
                  <span className="rt-suggest-icon" aria-hidden="true">
                    {suggestion.icon}
                  </span>
                ) : null}
                <bdi className="rt-suggest-words">{suggestion.label}</bdi>
                {suggestion.hint ? <span className="rt-suggest-hint">{suggestion.hint}</span> : null}
              </div>
            ))}
          </div>
        ) : null}
        {note ? <p className="rt-suggest-note">{note}</p> : null}
        <span className="rt-spoken" role="status">
          {status}
        </span>
      </div>
    </Floating>
  );
}
