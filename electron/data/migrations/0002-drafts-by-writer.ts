import type { Migration } from './migration.ts';

// Two windows may write in one text at the same time. With one draft a text, the one that saved later would have thrown
// away what the other had been promised to be safe; so each window (each load of a page) has a row of its own.
export const draftsByWriter: Migration = {
  version: 2,
  name: 'drafts-by-writer',
  up(db) {
    db.exec(`
CREATE TABLE draft_by_writer (
  kind TEXT NOT NULL, record_id TEXT NOT NULL, field TEXT NOT NULL CHECK (field IN ('document', 'notes', 'sections')),
  writer TEXT NOT NULL, value TEXT NOT NULL, base_version INTEGER NOT NULL, updated_at TEXT NOT NULL,
  PRIMARY KEY (record_id, field, writer)
) STRICT, WITHOUT ROWID;
INSERT INTO draft_by_writer SELECT kind, record_id, field, '', value, base_version, updated_at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_by_writer RENAME TO draft;
`);
  },
};
