import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { UnreadableText } from '../../shared/contract/records.ts';
import type { RecordKind } from '../../shared/domain/record.ts';
import { api } from '../client/index.ts';
import { DamagedDocument } from '../editor/index.ts';

const Steps = createContext<ReadonlyMap<string, UnreadableText>>(new Map());

const useUnreadable = (kind: RecordKind, id: string): readonly UnreadableText[] | undefined =>
  useQuery({
    ...api.records.unreadable.queryOptions({ input: { kind, id } }),
    enabled: id !== '',
  }).data;

/** Around a playbook: its steps below learn which of them hold a text that cannot be read. */
export function PlaybookTexts({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const found = useUnreadable('playbook', id);
  const steps = useMemo(
    () => new Map(found?.flatMap((one) => (one.stepId === null ? [] : [[one.stepId, one] as const]))),
    [found],
  );
  return <Steps value={steps}>{children}</Steps>;
}

/** The text of a step, or, where it cannot be read, what is stored in its place: to copy, never to write over. */
export function StepReadable({
  stepId,
  children,
}: {
  readonly stepId: string;
  readonly children: ReactNode;
}) {
  const damaged = useContext(Steps).get(stepId);
  return damaged ? <DamagedDocument raw={damaged.raw} newerVersion={damaged.newerVersion} /> : children;
}

/** The text of a record shown in another place, or what is stored where it cannot be read. */
export function RecordReadable({
  kind,
  id,
  children,
}: {
  readonly kind: RecordKind;
  readonly id: string;
  readonly children: ReactNode;
}) {
  const damaged = useUnreadable(kind, id)?.[0];
  return damaged ? <DamagedDocument raw={damaged.raw} newerVersion={damaged.newerVersion} /> : children;
}
