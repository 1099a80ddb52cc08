import type { Migration } from './migration.ts';

// A step of a playbook is written like a note, but it is no record of its own. Each has a draft of its own all the same:
// one for all steps together would be written anew, steps of others included, with every second of typing in one of them.
export const draftsByPart: Migration = {
  version: 3,
  name: 'drafts-by-part',
  up(db) {
    db.exec(`
CREATE TABLE draft_by_part (
  kind TEXT NOT NULL, record_id TEXT NOT NULL, field TEXT NOT NULL CHECK (field IN ('document', 'notes', 'sections')),
  part TEXT NOT NULL CHECK (part = '' OR field = 'sections'),
  writer TEXT NOT NULL, value TEXT NOT NULL, base_version INTEGER NOT NULL, updated_at TEXT NOT NULL,
  PRIMARY KEY (record_id, field, part, writer)
) STRICT, WITHOUT ROWID;
INSERT INTO draft_by_part SELECT kind, record_id, field, '', writer, value, base_version, updated_at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_by_part RENAME TO draft;
`);
  },
};
