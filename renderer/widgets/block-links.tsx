import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { FindableKind } from '../../shared/domain/record.ts';
import { client } from '../client/index.ts';
import { type BlockLinks, BlockLinksProvider, type FoundRecord, type RecordKind } from '../editor/index.ts';
import { kindOfSegment, recordPath } from './record-path.ts';

export interface LinkedTextProps {
  readonly kind: FindableKind;
  readonly recordId: string;
  /** Which step of a playbook. */
  readonly part: string;
  readonly children: ReactNode;
}

/**
 * Lets links lead into the text inside, and makes them. The address of a block is that of its record with `?block=`; a step
 * of a playbook says `&step=` as well, and an answer is shown by its question with `?answer=`.
 */
export function LinkedText({ kind, recordId, part, children }: LinkedTextProps) {
  const { key } = useLocation();
  const [params, setParams] = useSearchParams();
  const block = params.get('block');
  const isHere = meantHere(params, kind, recordId, part);
  const [target, setTarget] = useState<BlockLinks['target']>();
  // Each visit counts, also a second one to the same block.
  useEffect(() => {
    if (block === null || block === '' || !isHere) return;
    setTarget({ blockId: block });
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('block');
        next.delete('step');
        return next;
      },
      { replace: true },
    );
  }, [key, block, isHere, setParams]);
  const links = useMemo(
    (): BlockLinks => ({
      target,
      readAddress,
      linkTo: (blockId) => {
        const step = part === '' ? '' : `&step=${encodeURIComponent(part)}`;
        const { origin, pathname } = window.location;
        return `${origin === 'null' ? 'app://heirloom' : origin}${pathname}#${recordPath(kind, recordId, blockId)}${step}`;
      },
    }),
    [target, kind, recordId, part],
  );
  return <BlockLinksProvider value={links}>{children}</BlockLinksProvider>;
}

/** A page may hold several texts; the address says which one it means. */
function meantHere(params: URLSearchParams, kind: FindableKind, recordId: string, part: string): boolean {
  if (kind === 'answer') return params.get('answer') === recordId;
  if (kind === 'playbook') return params.get('step') === part;
  return !params.has('answer');
}

/** Where the app is served: by itself, or on this machine at whichever port was free that day. */
const ADDRESS =
  /^(?:app:\/\/heirloom|https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?)\/[^\s#?]*(?:\?[^\s#]*)?#\/([a-z]+)\/([\da-f-]{36})(?:\?\S*)?$/iu;

function readAddress(text: string): Promise<FoundRecord | null> | undefined {
  const [, segment = '', id = ''] = ADDRESS.exec(text) ?? [];
  const kind = kindOfSegment(segment);
  if (kind === undefined) return undefined;
  return client.records
    .refs({ refs: [{ kind, id: id.toLowerCase() }] })
    .then(([found]) =>
      found && found.deletedAt === null
        ? { kind: found.kind as RecordKind, id: found.id, title: found.title }
        : null,
    );
}
