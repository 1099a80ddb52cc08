import { createContext, useContext, useEffect, useRef } from 'react';
import { Editor, Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { toasts } from '../../ui/index.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { scrollToElement } from '../find/scroll-to.ts';
import { readsAddresses } from '../paste/mention-later.ts';
import { elementAt } from './block-at.ts';
import type { FoundRecord } from './records.ts';

/** Links that lead to one block of a text: what they are is for the page to say, which knows its own addresses. */
export interface BlockLinks {
  /** The address of a block of this text. */
  readonly linkTo: (blockId: string) => string;
  /** The block a link has led to; another object for each visit. */
  readonly target: { readonly blockId: string } | undefined;
  /** The record an address of this app leads to, `null` when this library has none; `undefined` for other addresses. */
  readonly readAddress: (text: string) => Promise<FoundRecord | null> | undefined;
}

const LinksContext = createContext<BlockLinks | undefined>(undefined);
/** Around a text that can be linked to; what it is given must be the same object as long as nothing changed. */
export const BlockLinksProvider = LinksContext;
export const useBlockLinks = (): BlockLinks | undefined => useContext(LinksContext);

/** Prefix of the ids of blocks in a text that is only read, when a link may lead into it. */
export const READING_PREFIX = 'block-';
const MARKED_MS = 2_600;
/** A long text is drawn portion by portion; this often, and so many times, it is asked whether the block is there. */
const ASK_MS = 25;
const ASK_TIMES = 400;

/** Takes whoever followed a link to its block. For the editor it stands in. */
export function LandOnBlock() {
  const editor = useSlateStatic() as RichTextSlate;
  const links = useBlockLinks();
  const sayGone = useSayGone();
  const target = links?.target;
  const readAddress = links?.readAddress;
  useEffect(() => readsAddresses(editor, readAddress), [editor, readAddress]);
  useEffect(() => {
    if (!target) return undefined;
    const isIt = (node: unknown): boolean => asBlock(node)?.id === target.blockId;
    if (!editor.children.some(isIt)) return sayGone();
    return whenDrawn(
      () => elementAt(editor, editor.children.findIndex(isIt)),
      (element) => {
        Transforms.select(editor, Editor.start(editor, [editor.children.findIndex(isIt)]));
        ReactEditor.focus(editor);
        show(element);
      },
    );
  }, [editor, target, sayGone]);
  return null;
}

/** The same for a text that is only read. */
export function LandOnReading() {
  const target = useBlockLinks()?.target;
  const sayGone = useSayGone();
  useEffect(() => {
    if (!target) return undefined;
    const element = document.getElementById(READING_PREFIX + target.blockId);
    if (!element) return sayGone();
    return show(element);
  }, [target, sayGone]);
  return null;
}

function useSayGone(): () => undefined {
  const t = useT('writing');
  const say = useRef(t);
  say.current = t;
  const tell = useRef((): undefined => void toasts.show({ text: say.current('blockLink.gone') }));
  return tell.current;
}

function whenDrawn(find: () => HTMLElement | undefined, then: (element: HTMLElement) => void): () => void {
  let times = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    const element = find();
    if (element) then(element);
    else if ((times += 1) < ASK_TIMES) timer = setTimeout(ask, ASK_MS);
  };
  timer = setTimeout(ask);
  return () => clearTimeout(timer);
}

function show(element: HTMLElement): undefined {
  scrollToElement(element);
  element.setAttribute('data-landed', '');
  setTimeout(() => element.removeAttribute('data-landed'), MARKED_MS);
}

/** Copies the address of a block, and says so. */
export function useCopyBlockLink(): ((blockId: string) => void) | undefined {
  const links = useBlockLinks();
  const t = useT('writing');
  if (!links) return undefined;
  return (blockId) => {
    const link = links.linkTo(blockId);
    const failed = () => toasts.show({ text: t('blockLink.notCopied'), tone: 'bad', detail: link });
    if (!navigator.clipboard) return void failed();
    navigator.clipboard
      .writeText(link)
      .then(() => toasts.show({ text: t('blockLink.copied'), tone: 'good' }), failed);
  };
}
