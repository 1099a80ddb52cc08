import { RECORD_TABLES } from './0001-record-tables.ts';
import type { Migration } from './migration.ts';

// The first library. Record tables hold the truth, one column a field; the tables under "derived" repeat parts of
// it so that questions like "who else knows this topic" are one indexed look-up. They are written in the same
// transaction as the record and can be rebuilt from it at any time (`rebuildDerived`).
const DERIVED = `
CREATE TABLE tag (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE tag_use (
  tag TEXT NOT NULL, kind TEXT NOT NULL, record_id TEXT NOT NULL,
  PRIMARY KEY (tag, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_use_by_record ON tag_use (record_id);
CREATE TABLE topic_use (
  topic_id TEXT NOT NULL, kind TEXT NOT NULL, record_id TEXT NOT NULL,
  PRIMARY KEY (topic_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_use_by_record ON topic_use (record_id);
CREATE TABLE mention (
  kind TEXT NOT NULL, record_id TEXT NOT NULL, block_id TEXT NOT NULL, to_kind TEXT NOT NULL, to_id TEXT NOT NULL,
  PRIMARY KEY (record_id, block_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_to ON mention (to_id);
CREATE TABLE expertise (
  person_id TEXT NOT NULL, topic_id TEXT NOT NULL, level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), evidence TEXT NOT NULL,
  PRIMARY KEY (person_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX expertise_by_topic ON expertise (topic_id);
CREATE TABLE playbook_section (
  playbook_id TEXT NOT NULL, section_id TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
  PRIMARY KEY (playbook_id, section_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE playbook_step (
  playbook_id TEXT NOT NULL, section_id TEXT NOT NULL, step_id TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
  reference_kind TEXT, reference_id TEXT,
  PRIMARY KEY (playbook_id, step_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX playbook_step_by_reference ON playbook_step (reference_id) WHERE reference_id IS NOT NULL;
CREATE TABLE marker (
  recording_id TEXT NOT NULL, marker_id TEXT NOT NULL, at REAL NOT NULL CHECK (at >= 0), label TEXT NOT NULL,
  PRIMARY KEY (recording_id, marker_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE transcript_segment (
  recording_id TEXT NOT NULL, segment_id TEXT NOT NULL, start_at REAL NOT NULL, end_at REAL NOT NULL, speaker_id TEXT, text TEXT NOT NULL,
  PRIMARY KEY (recording_id, segment_id)
) STRICT, WITHOUT ROWID;

-- rowid = number * 16 + code of the kind, so that filtering and counting hits by kind needs no join.
CREATE TABLE search_document (
  rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, subtitle TEXT NOT NULL, language TEXT NOT NULL, person_id TEXT, confidence TEXT NOT NULL,
  source TEXT NOT NULL, external_id TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
`;

const LEDGERS = `
-- One row a saved version. \`record\` is null while it is the present version (the record table holds it) and is
-- filled in when the next version replaces it: no text is stored twice.
CREATE TABLE revision (
  id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL, version INTEGER NOT NULL CHECK (version >= 1),
  author_id TEXT, at TEXT NOT NULL, reason TEXT NOT NULL, record TEXT CHECK (record IS NULL OR json_valid(record)),
  UNIQUE (record_id, version)
) STRICT;
CREATE TABLE draft (
  kind TEXT NOT NULL, record_id TEXT NOT NULL, field TEXT NOT NULL CHECK (field IN ('document', 'notes', 'sections')),
  value TEXT NOT NULL, base_version INTEGER NOT NULL, updated_at TEXT NOT NULL,
  PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;
-- What a record looked like when it last left in a package or came in one: the common ancestor of the next merge.
CREATE TABLE sync_base (
  kind TEXT NOT NULL, record_id TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL, package_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE package_log (
  id TEXT NOT NULL PRIMARY KEY, direction TEXT NOT NULL CHECK (direction IN ('out', 'in')), package_id TEXT NOT NULL,
  title TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, records INTEGER NOT NULL
) STRICT;
CREATE TABLE case_mapping (
  source TEXT NOT NULL PRIMARY KEY, headers TEXT NOT NULL CHECK (json_valid(headers)),
  reading TEXT NOT NULL CHECK (json_valid(reading)), mapping TEXT NOT NULL CHECK (json_valid(mapping)), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;
`;

// The full-text table is not created here: it follows the analyser's version, not the schema's (see full-text.ts).
export const firstLibrary: Migration = {
  version: 1,
  name: 'first-library',
  up(db) {
    db.exec(RECORD_TABLES);
    db.exec(DERIVED);
    db.exec(LEDGERS);
  },
};
