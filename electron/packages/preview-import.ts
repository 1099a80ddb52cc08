import type { Audience, RecordKind } from '../../shared/domain/record.ts';
import { RECORD_KINDS } from '../../shared/domain/record.ts';
import { recordTitle } from '../../shared/search/search-document.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { decideFate, FATES, type Fate, mapCaseIds } from './decide-fates.ts';
import type { OpenedPackage } from './open-package.ts';

type PreviewItem = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly fate: Fate;
};

export type PackagePreview = {
  packageId: string;
  title: string;
  createdAt: string;
  languages: string[];
  audience: Audience;
  licence: string;
  signer: { state: 'none'; fingerprint: string };
  counts: { kind: RecordKind; fate: Fate; count: number }[];
  items: PreviewItem[];
  leftOut: { kind: RecordKind; title: string; reason: string }[];
};

const ITEMS_MAX = 500;
const LEFT_OUT_MAX = 1_000;
/** The order in which people want to look; what is identical needs no look. */
const LOOK: readonly Fate[] = ['conflict', 'updated-there', 'updated-here', 'new'];

/** What an import of this package would do here, record by record. Reads only. Throws BadPackage when it could not be done at all. */
export function previewImport(db: ReadDb, opened: OpenedPackage): PackagePreview {
  const ids = mapCaseIds(db, opened.caseKeys);
  const counts = new Map<string, { kind: RecordKind; fate: Fate; count: number }>();
  const items: PreviewItem[] = [];
  const kept = new Map<Fate, number>();
  const context = {
    questionTitle: (id: string) =>
      opened.questionTitles.get(id) ??
      (prepared(db, 'SELECT title FROM question WHERE id = ?').get(id)?.title as string | undefined) ??
      '',
  };
  for (const packaged of opened.records()) {
    const { theirs, fate } = decideFate(db, packaged, ids);
    const { kind } = theirs;
    const key = `${kind} ${fate}`;
    const line = counts.get(key) ?? { kind, fate, count: 0 };
    line.count += 1;
    counts.set(key, line);
    const seen = kept.get(fate) ?? 0;
    if (fate === 'identical' || seen >= ITEMS_MAX) continue;
    kept.set(fate, seen + 1);
    items.push({ kind, id: theirs.record.id, title: recordTitle(theirs, context), fate });
  }
  const { manifest } = opened;
  return {
    packageId: manifest.packageId,
    title: manifest.title,
    createdAt: manifest.createdAt,
    languages: manifest.languages,
    audience: manifest.audience,
    licence: manifest.licence,
    signer: { state: 'none', fingerprint: '' },
    counts: [...counts.values()].sort(
      (a, b) =>
        RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) ||
        FATES.indexOf(a.fate) - FATES.indexOf(b.fate),
    ),
    items: items.sort((a, b) => LOOK.indexOf(a.fate) - LOOK.indexOf(b.fate)).slice(0, ITEMS_MAX),
    leftOut: manifest.leftOut
      .slice(0, LEFT_OUT_MAX)
      .map(({ kind, title, reason }) => ({ kind, title, reason })),
  };
}
