import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { FindableKind } from '../../shared/domain/record.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { type AttachmentFacts, api, attachFile, mediaAddress, thumbAddress } from '../client/index.ts';
import type { AttachmentAccess, AttachmentState, StoreFile } from '../editor/index.ts';

/** Most attachments one question to the library may ask about. */
const ASK_MAX = 500;

function shownIds(documents: readonly RichText[]): string[] {
  const ids = new Set<string>();
  for (const { blocks } of documents)
    for (const block of blocks)
      if (block.type === 'image' || block.type === 'file' || block.type === 'audio')
        ids.add(block.attachmentId);
  return [...ids].sort();
}

function stateOf(facts: AttachmentFacts): AttachmentState {
  const { sha256, extension, mime, bytes, pixels, thumb, missing } = facts;
  if (missing) return { state: 'missing' };
  return {
    state: 'here',
    href: mediaAddress(sha256, extension),
    ...(thumb ? { thumbHref: thumbAddress(sha256) } : {}),
    mime,
    bytes,
    ...(pixels ? { pixels } : {}),
  };
}

/**
 * The files that texts show, and the way to put one in. What is put in belongs to `owner`; without one (a text to read,
 * a record that is not saved yet) none can be.
 */
export function useAttachmentAccess(
  documents: readonly RichText[],
  owner: { readonly kind: FindableKind; readonly id: string } | null,
): AttachmentAccess {
  const ids = shownIds(documents);
  const chunks: string[][] = [];
  for (let at = 0; at < ids.length; at += ASK_MAX) chunks.push(ids.slice(at, at + ASK_MAX));
  const answer = useQueries({
    queries: chunks.map((chunk) => ({
      ...api.attachments.describe.queryOptions({ input: { ids: chunk as never } }),
      // A picture more must not make the others blink.
      placeholderData: keepPreviousData<AttachmentFacts[]>,
    })),
    combine: combined,
  });
  // What was just put in is shown at once: the library has said all there is to say of it.
  const [fresh, setFresh] = useState<ReadonlyMap<string, AttachmentFacts>>(new Map());
  const { facts, isSettled } = answer;
  const resolveAttachment = useCallback(
    (id: string): AttachmentState => {
      const found = facts.get(id) ?? fresh.get(id);
      if (found) return stateOf(found);
      return isSettled ? { state: 'missing' } : { state: 'loading' };
    },
    [facts, fresh, isSettled],
  );
  const latest = useRef(owner);
  latest.current = owner;
  const storeFile = useCallback<StoreFile>(async (file, options) => {
    if (!latest.current) throw new Error('a text without an owner keeps no files');
    const stored = await attachFile(file, { ...options, owner: latest.current });
    setFresh((before) => new Map(before).set(stored.id, stored));
    const { id, fileName, mime, bytes, pixels } = stored;
    return { attachmentId: id, name: fileName, mime, bytes, ...(pixels ? { pixels } : {}) };
  }, []);
  const mayStore = owner !== null;
  return useMemo(
    () => ({ resolveAttachment, storeFile: mayStore ? storeFile : undefined }),
    [resolveAttachment, storeFile, mayStore],
  );
}

interface Answer {
  readonly data?: AttachmentFacts[] | undefined;
  readonly isSuccess: boolean;
  readonly isPlaceholderData: boolean;
}

function combined(results: readonly Answer[]) {
  const facts = new Map<string, AttachmentFacts>();
  for (const { data } of results) for (const one of data ?? []) facts.set(one.id, one);
  return { facts, isSettled: results.every((one) => one.isSuccess && !one.isPlaceholderData) };
}
