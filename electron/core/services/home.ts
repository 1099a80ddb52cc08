import type { home as contract, Overview } from '../../../shared/contract/home.ts';
import { prepared, type ReadDb } from '../../data/handle.ts';
import { listDrafts } from '../../data/repositories/drafts.ts';
import { recentlyChanged } from '../../data/search.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { refOf, refsOf } from '../record-refs.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** People whose last day is further away than this are not "leaving" yet. */
const LEAVING_WITHIN_DAYS = 365;

/** Topics on which this person has expertise on record and nobody else who stays has. */
function onlyHolderOf(db: ReadDb, personId: string): { topicId: string; name: string }[] {
  return prepared(
    db,
    `SELECT topic.id AS topicId, topic.name AS name FROM expertise JOIN topic ON topic.id = expertise.topic_id
     WHERE expertise.person_id = ? AND topic.deleted_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM expertise AS other JOIN person ON person.id = other.person_id
       WHERE other.topic_id = expertise.topic_id AND other.person_id <> expertise.person_id
         AND person.deleted_at IS NULL AND person.last_day IS NULL)
     ORDER BY topic.criticality DESC, topic.name LIMIT 20`,
  ).all(personId) as { topicId: string; name: string }[];
}

function leaving(db: ReadDb, now: string): Overview['leaving'] {
  const today = now.slice(0, 10);
  const horizon = new Date(Date.parse(now) + LEAVING_WITHIN_DAYS * DAY_MS).toISOString().slice(0, 10);
  const rows = prepared(
    db,
    `SELECT id, name, role, last_day,
       (SELECT count(*) FROM note WHERE author_id = person.id AND deleted_at IS NULL) AS notes,
       (SELECT count(*) FROM answer WHERE author_id = person.id AND deleted_at IS NULL) AS answers
     FROM person WHERE deleted_at IS NULL AND last_day >= ? AND last_day <= ? ORDER BY last_day, name LIMIT 20`,
  ).all(today, horizon) as {
    id: string;
    name: string;
    role: string;
    last_day: string;
    notes: number;
    answers: number;
  }[];
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    role: row.role,
    lastDay: row.last_day,
    daysLeft: Math.round((Date.parse(row.last_day) - Date.parse(today)) / DAY_MS),
    notes: row.notes,
    answers: row.answers,
    onlyHolderOf: onlyHolderOf(db, row.id),
  }));
}

/** What is running, and what is planned from this morning to a week from now. */
function sessions(db: ReadDb, now: string): Overview['sessions'] {
  const from = `${new Date(Date.parse(now) - DAY_MS / 2).toISOString().slice(0, 10)}T00:00:00.000Z`;
  const to = new Date(Date.parse(now) + 7 * DAY_MS).toISOString();
  return prepared(
    db,
    `SELECT id, title, planned_at AS plannedAt, state, mentorship_id AS mentorshipId FROM session
     WHERE deleted_at IS NULL AND (state IN ('running', 'paused') OR (state = 'planned' AND planned_at BETWEEN ? AND ?))
     ORDER BY state = 'planned', planned_at LIMIT 10`,
  ).all(from, to) as Overview['sessions'];
}

export function homeHandlers(env: Environment): Handlers<typeof contract> {
  return {
    overview: () => {
      const db = env.read();
      const now = env.now();
      const openQuestions = prepared(
        db,
        "SELECT id, title, created_at AS createdAt FROM question WHERE state = 'open' AND deleted_at IS NULL ORDER BY created_at LIMIT 8",
      ).all() as Overview['openQuestions'];
      const due = `FROM review WHERE deleted_at IS NULL AND outcome = 'due' AND due_day <= ?`;
      const toVerify = prepared(
        db,
        `SELECT target_kind AS kind, target_id AS id ${due} ORDER BY due_day LIMIT 8`,
      ).all(now.slice(0, 10));
      const places = listDrafts(db)
        .slice(0, 8)
        .map((draft) => refOf(db, draft.kind, draft.recordId));
      return {
        leaving: leaving(db, now),
        sessions: sessions(db, now),
        drafts: places.filter((ref) => ref !== null),
        openQuestions,
        openQuestionCount: prepared(
          db,
          "SELECT count(*) AS n FROM question WHERE state = 'open' AND deleted_at IS NULL",
        ).get()?.n as number,
        toVerify: refsOf(db, toVerify as never),
        toVerifyCount: prepared(db, `SELECT count(*) AS n ${due}`).get(now.slice(0, 10))?.n as number,
        recent: recentlyChanged(db, ['note', 'question', 'playbook', 'session'], 8).map(
          ({ kind, id, title, subtitle, language }) => ({
            kind,
            id,
            title,
            subtitle,
            language,
            deletedAt: null,
          }),
        ),
      };
    },
  };
}
