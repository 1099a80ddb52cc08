import type { ColumnMap } from '../../../shared/contract/imports.ts';
import type { CaseTarget } from '../../../shared/domain/case.ts';

/** The mapping with one column sent elsewhere. */
export const withTarget = (
  mapping: readonly ColumnMap[],
  column: number,
  target: CaseTarget,
): readonly ColumnMap[] => mapping.map((one) => (one.column === column ? { ...one, target } : one));

/** Names of the columns that go to `target`, in their order. */
export const headersOf = (mapping: readonly ColumnMap[], target: CaseTarget): readonly string[] =>
  mapping.filter((one) => one.target === target).map((one) => one.header);
