CREATE TABLE answer (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  question_id TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  language TEXT NOT NULL,
  author_id TEXT,
  session_id TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('draft', 'not-validated', 'validated', 'archived')),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  owner_kind TEXT CHECK (owner_kind IN ('note', 'question', 'answer', 'case', 'playbook', 'session', 'mentorship', 'person', 'topic', 'customer')),
  owner_id TEXT,
  sha256 TEXT NOT NULL,
  extension TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  alt_text TEXT NOT NULL
) STRICT;

CREATE TABLE case_mapping (
  source TEXT NOT NULL PRIMARY KEY, headers TEXT NOT NULL CHECK (json_valid(headers)),
  reading TEXT NOT NULL CHECK (json_valid(reading)), mapping TEXT NOT NULL CHECK (json_valid(mapping)), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_record (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  source TEXT NOT NULL,
  external_key TEXT NOT NULL,
  title TEXT NOT NULL,
  customer_id TEXT,
  customer_name TEXT NOT NULL,
  product TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  status TEXT NOT NULL,
  priority TEXT NOT NULL,
  channel TEXT NOT NULL,
  description TEXT NOT NULL,
  resolution TEXT NOT NULL,
  language TEXT NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  topic_ids TEXT NOT NULL CHECK (json_valid(topic_ids)),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  timeline TEXT NOT NULL CHECK (json_valid(timeline)),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE customer (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  name TEXT NOT NULL,
  about TEXT NOT NULL,
  preferences TEXT NOT NULL CHECK (json_valid(preferences)),
  contacts TEXT NOT NULL CHECK (json_valid(contacts)),
  environment TEXT NOT NULL,
  sensitive_fields TEXT NOT NULL CHECK (json_valid(sensitive_fields)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE "draft" (
  kind TEXT NOT NULL, record_id TEXT NOT NULL, field TEXT NOT NULL CHECK (field IN ('document', 'notes', 'sections')),
  part TEXT NOT NULL CHECK (part = '' OR field = 'sections'),
  writer TEXT NOT NULL, value TEXT NOT NULL, base_version INTEGER NOT NULL, updated_at TEXT NOT NULL,
  PRIMARY KEY (record_id, field, part, writer)
) STRICT, WITHOUT ROWID;

CREATE TABLE expertise (
  person_id TEXT NOT NULL, topic_id TEXT NOT NULL, level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), evidence TEXT NOT NULL,
  PRIMARY KEY (person_id, topic_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('note', 'question', 'answer', 'case', 'playbook', 'session', 'mentorship', 'person', 'topic', 'customer')),
  target_id TEXT NOT NULL,
  block_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('helped', 'did-not-help', 'suggestion', 'comment')),
  state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'declined')),
  author_id TEXT,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE link (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  type TEXT NOT NULL CHECK (type IN ('explains', 'example-of', 'resolves', 'contradicts', 'derived-from', 'see-also', 'replaces')),
  from_kind TEXT NOT NULL CHECK (from_kind IN ('note', 'question', 'answer', 'case', 'playbook', 'session', 'mentorship', 'person', 'topic', 'customer')),
  from_id TEXT NOT NULL,
  from_block TEXT,
  to_kind TEXT NOT NULL CHECK (to_kind IN ('note', 'question', 'answer', 'case', 'playbook', 'session', 'mentorship', 'person', 'topic', 'customer')),
  to_id TEXT NOT NULL,
  to_block TEXT,
  to_title TEXT NOT NULL,
  note TEXT NOT NULL,
  judged_right INTEGER CHECK (judged_right IN (0, 1))
) STRICT;

CREATE TABLE marker (
  recording_id TEXT NOT NULL, marker_id TEXT NOT NULL, at REAL NOT NULL CHECK (at >= 0), label TEXT NOT NULL,
  PRIMARY KEY (recording_id, marker_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  kind TEXT NOT NULL, record_id TEXT NOT NULL, block_id TEXT NOT NULL, to_kind TEXT NOT NULL, to_id TEXT NOT NULL,
  PRIMARY KEY (record_id, block_id, to_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentorship (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  title TEXT NOT NULL,
  mentor_id TEXT,
  learner_ids TEXT NOT NULL CHECK (json_valid(learner_ids)),
  goals TEXT NOT NULL CHECK (json_valid(goals)),
  topic_ids TEXT NOT NULL CHECK (json_valid(topic_ids)),
  agreement TEXT NOT NULL,
  cadence TEXT NOT NULL,
  start_day TEXT,
  end_day TEXT,
  state TEXT NOT NULL CHECK (state IN ('planned', 'active', 'paused', 'finished')),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE note (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('judgement', 'story', 'procedure', 'decision-guide', 'script', 'concept', 'warning', 'reference')),
  document TEXT NOT NULL CHECK (json_valid(document)),
  language TEXT NOT NULL,
  topic_ids TEXT NOT NULL CHECK (json_valid(topic_ids)),
  author_id TEXT,
  session_id TEXT,
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer')),
  confidence TEXT NOT NULL CHECK (confidence IN ('draft', 'not-validated', 'validated', 'archived')),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  source TEXT NOT NULL,
  external_id TEXT NOT NULL
) STRICT;

CREATE TABLE package_log (
  id TEXT NOT NULL PRIMARY KEY, direction TEXT NOT NULL CHECK (direction IN ('out', 'in')), package_id TEXT NOT NULL,
  title TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, records INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  team TEXT NOT NULL,
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  contact TEXT NOT NULL,
  about TEXT NOT NULL,
  last_day TEXT,
  expertise TEXT NOT NULL CHECK (json_valid(expertise)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE playbook (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  prerequisites TEXT NOT NULL CHECK (json_valid(prerequisites)),
  sections TEXT NOT NULL CHECK (json_valid(sections)),
  owner_id TEXT,
  language TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'archived')),
  published_version INTEGER,
  published_at TEXT,
  topic_ids TEXT NOT NULL CHECK (json_valid(topic_ids)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  confidence TEXT NOT NULL CHECK (confidence IN ('draft', 'not-validated', 'validated', 'archived')),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE playbook_section (
  playbook_id TEXT NOT NULL, section_id TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
  PRIMARY KEY (playbook_id, section_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE playbook_step (
  playbook_id TEXT NOT NULL, section_id TEXT NOT NULL, step_id TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
  reference_kind TEXT, reference_id TEXT,
  PRIMARY KEY (playbook_id, step_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  title TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  language TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'accepted', 'duplicate')),
  duplicate_of_id TEXT,
  accepted_answer_id TEXT,
  asker_id TEXT,
  session_id TEXT,
  topic_ids TEXT NOT NULL CHECK (json_valid(topic_ids)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE recording (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  session_id TEXT NOT NULL,
  title TEXT NOT NULL,
  attachment_id TEXT,
  duration_seconds REAL NOT NULL,
  consents TEXT NOT NULL CHECK (json_valid(consents)),
  markers TEXT NOT NULL CHECK (json_valid(markers)),
  segments TEXT NOT NULL CHECK (json_valid(segments)),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('note', 'question', 'answer', 'case', 'playbook', 'session', 'mentorship', 'person', 'topic', 'customer')),
  target_id TEXT NOT NULL,
  verifier_id TEXT,
  interval_days INTEGER NOT NULL,
  due_day TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('due', 'confirmed', 'changed', 'outdated')),
  comment TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
  id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL, version INTEGER NOT NULL CHECK (version >= 1),
  author_id TEXT, at TEXT NOT NULL, reason TEXT NOT NULL, record TEXT CHECK (record IS NULL OR json_valid(record)),
  UNIQUE (record_id, version)
) STRICT;

CREATE TABLE search_document (
  rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, subtitle TEXT NOT NULL, language TEXT NOT NULL, person_id TEXT, confidence TEXT NOT NULL,
  source TEXT NOT NULL, external_id TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  title TEXT NOT NULL,
  mentorship_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('mentoring', 'interview', 'observation', 'review')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'paused', 'ended')),
  planned_at TEXT,
  started_at TEXT,
  ended_at TEXT,
  clock_started_at TEXT,
  elapsed_seconds INTEGER NOT NULL,
  place TEXT NOT NULL,
  attendee_ids TEXT NOT NULL CHECK (json_valid(attendee_ids)),
  guide TEXT NOT NULL,
  agenda TEXT NOT NULL CHECK (json_valid(agenda)),
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  actions TEXT NOT NULL CHECK (json_valid(actions)),
  reflection TEXT NOT NULL,
  topic_ids TEXT NOT NULL CHECK (json_valid(topic_ids)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  audience TEXT NOT NULL CHECK (audience IN ('private', 'team', 'organisation', 'partner', 'customer'))
) STRICT;

CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;

CREATE TABLE sync_base (
  kind TEXT NOT NULL, record_id TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL, package_id TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE tag_use (
  tag TEXT NOT NULL, kind TEXT NOT NULL, record_id TEXT NOT NULL,
  PRIMARY KEY (tag, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  deleted_at TEXT,
  name TEXT NOT NULL,
  names TEXT NOT NULL CHECK (json_valid(names)),
  synonyms TEXT NOT NULL CHECK (json_valid(synonyms)),
  parent_id TEXT,
  position REAL NOT NULL,
  owner_id TEXT,
  criticality INTEGER NOT NULL,
  about TEXT NOT NULL
) STRICT;

CREATE TABLE topic_use (
  topic_id TEXT NOT NULL, kind TEXT NOT NULL, record_id TEXT NOT NULL,
  PRIMARY KEY (topic_id, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE transcript_segment (
  recording_id TEXT NOT NULL, segment_id TEXT NOT NULL, start_at REAL NOT NULL, end_at REAL NOT NULL, speaker_id TEXT, text TEXT NOT NULL,
  PRIMARY KEY (recording_id, segment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_by_question ON answer (question_id);

CREATE INDEX attachment_by_owner ON attachment (owner_id);

CREATE UNIQUE INDEX case_by_key ON case_record (source, external_key);

CREATE INDEX case_by_opened ON case_record (opened_at) WHERE deleted_at IS NULL;

CREATE INDEX case_by_priority ON case_record (priority) WHERE deleted_at IS NULL;

CREATE INDEX case_by_product ON case_record (product) WHERE deleted_at IS NULL;

CREATE INDEX case_by_status ON case_record (status) WHERE deleted_at IS NULL;

CREATE INDEX case_by_title ON case_record (title COLLATE NOCASE) WHERE deleted_at IS NULL;

CREATE INDEX case_by_updated ON case_record (updated_at) WHERE deleted_at IS NULL;

CREATE INDEX expertise_by_topic ON expertise (topic_id);

CREATE INDEX feedback_by_target ON feedback (target_id);

CREATE INDEX link_from ON link (from_id);

CREATE INDEX link_to ON link (to_id);

CREATE INDEX mention_to ON mention (to_id);

CREATE INDEX note_by_session ON note (session_id) WHERE session_id IS NOT NULL;

CREATE INDEX note_by_source ON note (source, external_id) WHERE external_id <> '';

CREATE INDEX note_by_updated ON note (updated_at) WHERE deleted_at IS NULL;

CREATE INDEX playbook_step_by_reference ON playbook_step (reference_id) WHERE reference_id IS NOT NULL;

CREATE INDEX question_by_state ON question (state, updated_at) WHERE deleted_at IS NULL;

CREATE INDEX recording_by_session ON recording (session_id);

CREATE INDEX review_by_due ON review (due_day) WHERE deleted_at IS NULL;

CREATE INDEX review_by_target ON review (target_id);

CREATE INDEX session_by_mentorship ON session (mentorship_id);

CREATE INDEX session_by_planned ON session (planned_at) WHERE deleted_at IS NULL;

CREATE INDEX tag_use_by_record ON tag_use (record_id);

CREATE INDEX topic_by_parent ON topic (parent_id);

CREATE INDEX topic_use_by_record ON topic_use (record_id);
