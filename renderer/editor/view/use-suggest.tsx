import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Transforms } from 'slate';
import { ReactEditor, useFocused, useSlate } from 'slate-react';
import { setBlockKind } from '../commands/blocks.ts';
import { forgetCardWish, putRecord } from '../commands/record-card.ts';
import { cursorBlock } from '../commands/selection.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { findTrigger, type Trigger } from '../core/trigger.ts';
import { type EditorText, useEditorText } from '../editor-text.ts';
import { COMMAND_ICONS } from './command-icons.tsx';
import { BLOCK_COMMANDS, type CommandId, commandById, INSERT_COMMANDS } from './command-list.ts';
import { type FoundRecord, KINDS_BY_SIGN, type RecordKind } from './records.ts';
import { optionId, type Suggestion, SuggestPanel } from './suggest-panel.tsx';

export type SearchRecords = (query: string, kinds: readonly RecordKind[]) => Promise<readonly FoundRecord[]>;

/** Waits for a moment of quiet before asking: one search per word, not per letter. */
const SEARCH_DELAY_MS = 120;
const MOST_SHOWN = 12;

/** What the text field must say about the list, and which keys the list takes. */
export interface SuggestState {
  /** Takes a key when the list is open; gives true when it did. */
  onKey: (event: KeyboardEvent) => boolean;
}

interface SuggestProps {
  readonly state: { current: SuggestState | undefined };
  readonly searchRecords: SearchRecords | undefined;
  readonly onAria: (aria: SuggestAria | undefined) => void;
}

export interface SuggestAria {
  readonly 'aria-controls': string;
  readonly 'aria-activedescendant': string | undefined;
}

type Search = { readonly key: string; readonly found: readonly FoundRecord[]; readonly failed: boolean };

/** The lists of the editor: records after `@` and `#`, blocks after `/`. */
export function Suggest({ state, searchRecords, onAria }: SuggestProps) {
  const editor = useSlate() as RichTextSlate;
  const focused = useFocused();
  const t = useEditorText();
  const listId = useId();
  const [dismissed, setDismissed] = useState<string>();
  const [active, setActive] = useState(0);

  const found = focused && !editor.isComposing() ? findTrigger(editor) : undefined;
  const usable = found && (found.kind === 'slash' || searchRecords) ? found : undefined;
  const place = usable && placeOf(usable);
  const trigger = usable && place !== dismissed ? usable : undefined;
  const search = useRecordSearch(trigger, searchRecords);

  // Leaving the place forgets that it was dismissed, so that typing the sign anew opens the list again.
  useEffect(() => {
    if (place !== undefined) return;
    setDismissed(undefined);
    forgetCardWish(editor);
  }, [editor, place]);
  const key = trigger && `${trigger.kind}:${trigger.query}`;
  useEffect(() => setActive(0), [key]);

  const suggestions = trigger ? suggestionsFor(editor, trigger, search, t) : [];
  const note = trigger && noteFor(trigger, search, suggestions.length, t);
  // A name that leads nowhere and goes on after a space was not meant as a name.
  const open = trigger !== undefined && (suggestions.length > 0 || !/\s/u.test(trigger.query));
  const at = Math.min(active, Math.max(suggestions.length - 1, 0));

  state.current = open
    ? {
        onKey: (event) => {
          if (event.key === 'Escape') {
            setDismissed(place);
            forgetCardWish(editor);
            return true;
          }
          if (suggestions.length === 0) return false;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setActive((at + step + suggestions.length) % suggestions.length);
            return true;
          }
          if (event.key !== 'Enter' && event.key !== 'Tab') return false;
          suggestions[at]?.choose();
          return true;
        },
      }
    : undefined;

  const activeId = open && suggestions.length > 0 ? optionId(listId, at) : undefined;
  useEffect(() => {
    onAria(
      activeId === undefined ? undefined : { 'aria-controls': listId, 'aria-activedescendant': activeId },
    );
  }, [activeId, listId, onAria]);

  if (!open || !trigger) return null;
  return (
    <SuggestPanel
      editor={editor}
      id={listId}
      label={t(trigger.kind === 'slash' ? 'slash.label' : 'mention.label')}
      range={trigger.range}
      suggestions={suggestions}
      active={at}
      onActive={setActive}
      note={note}
      status={suggestions.length > 0 ? t('mention.results', { count: suggestions.length }) : (note ?? '')}
    />
  );
}

const placeOf = ({ kind, range }: Trigger): string =>
  `${kind}:${range.anchor.path.join()}:${range.anchor.offset}`;

/** Searches a moment after the last letter; an answer to an older question is thrown away. */
function useRecordSearch(
  trigger: Trigger | undefined,
  searchRecords: SearchRecords | undefined,
): Search | undefined {
  const [answer, setAnswer] = useState<Search>();
  const ask = useRef(searchRecords);
  ask.current = searchRecords;
  const kind = trigger?.kind === 'slash' ? undefined : trigger?.kind;
  const query = trigger?.query ?? '';
  const key = kind && `${kind}:${query}`;
  useEffect(() => {
    if (!kind || key === undefined) {
      setAnswer(undefined);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      const give = (found: readonly FoundRecord[], failed: boolean) => {
        if (current) setAnswer({ key, found: found.slice(0, MOST_SHOWN), failed });
      };
      ask.current?.(query, KINDS_BY_SIGN[kind]).then(
        (found) => give(found, false),
        () => give([], true),
      );
    }, SEARCH_DELAY_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [kind, key, query]);
  return answer;
}

function suggestionsFor(
  editor: RichTextSlate,
  trigger: Trigger,
  search: Search | undefined,
  t: EditorText,
): Suggestion[] {
  if (trigger.kind === 'slash') return blockSuggestions(editor, trigger, t);
  // The last answer stays on show while the next one is being looked up: a list that blinks cannot be read.
  return (search?.found ?? []).map((record) => ({
    id: `${record.kind}:${record.id}`,
    label: record.title,
    hint: t(`kind.${record.kind}`),
    choose: () => {
      putRecord(editor, { kind: record.kind, id: record.id, label: record.title }, trigger.range);
      ReactEditor.focus(editor);
    },
  }));
}

const SLASH_COMMANDS: readonly CommandId[] = [
  ...BLOCK_COMMANDS.map(({ id }) => id),
  ...INSERT_COMMANDS.map(({ id }) => id),
  'divider',
];

function blockSuggestions(editor: RichTextSlate, trigger: Trigger, t: EditorText): Suggestion[] {
  const wanted = plain(trigger.query);
  // What is called so comes before what is only akin: `/ti` is a tip before it is a title.
  const rank = (id: CommandId): number => (plain(t(`command.${id}`)).startsWith(wanted) ? 0 : 1);
  const found = SLASH_COMMANDS.filter((id) => {
    if (commandById(id).offers?.(editor) === false) return false;
    const words = id === 'code-block' ? t('words.code') : t(`words.${id}` as 'words.bullet');
    return (
      wanted === '' ||
      `${plain(t(`command.${id}`))} ${plain(words)}`.split(/\s+/u).some((word) => word.startsWith(wanted)) ||
      plain(t(`command.${id}`)).includes(wanted)
    );
  });
  return found
    .toSorted((a, b) => rank(a) - rank(b))
    .map((id) => ({
      id,
      label: t(`command.${id}`),
      ...(COMMAND_ICONS[id] ? { icon: COMMAND_ICONS[id] as ReactNode } : {}),
      choose: () => {
        Transforms.delete(editor, { at: trigger.range });
        const command = commandById(id);
        const entry = cursorBlock(editor);
        if (command.kind && entry) setBlockKind(editor, entry, command.kind);
        else command.run(editor);
        ReactEditor.focus(editor);
      },
    }));
}

/** Small letters without accents and joiners, so that one finds what one can type. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u200c\u200d]/gu, '')
    .toLowerCase();

function noteFor(
  trigger: Trigger,
  search: Search | undefined,
  shown: number,
  t: EditorText,
): string | undefined {
  const { query, kind } = trigger;
  if (shown > 0) return undefined;
  if (kind === 'slash') return t('slash.none', { query });
  if (search?.failed) return t('mention.failed');
  if (search?.key !== `${kind}:${query}`) return t('mention.searching');
  return query === '' ? t('mention.start') : t('mention.none', { query });
}
