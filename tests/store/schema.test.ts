import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureIndex } from '../../electron/data/full-text.ts';
import { asWriteDb } from '../../electron/data/handle.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../electron/data/migrations/all.ts';
import { createDatabase, NotALibrary, openDatabase } from '../../electron/data/open-database.ts';
import { COLUMNS, TABLE_OF } from '../../electron/data/tables.ts';
import { RECORD_KINDS } from '../../shared/domain/record.ts';

const SNAPSHOT = join(import.meta.dirname, 'schema', `schema-${SCHEMA_VERSION}.sql`);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-schema-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function schemaOf(db: Sqlite.Database): string {
  const rows = db
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_text%' AND name NOT LIKE 'search_vocabulary%' ORDER BY type DESC, name",
    )
    .all() as { sql: string }[];
  return `${rows.map((row) => row.sql).join(';\n\n')};\n`;
}

describe('schema', () => {
  it('is the one written down: a landed migration never changes', () => {
    const library = createDatabase(folder);
    const schema = schemaOf(library.read);
    library.close();
    if (!existsSync(SNAPSHOT) && process.env.CI !== 'true') writeFileSync(SNAPSHOT, schema);
    expect(schema).toBe(readFileSync(SNAPSHOT, 'utf8'));
  });

  it('numbers its migrations without gaps', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  it('has a strict table for every kind, with exactly the columns its records have', () => {
    const library = createDatabase(folder);
    for (const kind of RECORD_KINDS) {
      const columns = library.read.pragma(`table_info(${TABLE_OF[kind]})`) as {
        name: string;
        notnull: number;
      }[];
      expect(
        columns.map((column) => column.name),
        kind,
      ).toEqual(COLUMNS[kind].map((column) => column.column));
      for (const column of COLUMNS[kind]) {
        expect(columns.find((one) => one.name === column.column)?.notnull, `${kind}.${column.column}`).toBe(
          column.nullable ? 0 : 1,
        );
      }
    }
    const loose = library.read
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    library.close();
  });

  it('refuses what its checks forbid', () => {
    const library = createDatabase(folder);
    const insert = (sql: string) => () => library.write?.exec(sql);
    expect(insert("INSERT INTO draft VALUES ('note', 'x', 'title', '', '', '{}', 1, 't')")).toThrow(/CHECK/);
    expect(insert("INSERT INTO draft VALUES ('note', 'x', 'document', 'step', '', '{}', 1, 't')")).toThrow(
      /CHECK/,
    );
    expect(insert("INSERT INTO setting VALUES ('k', 'not json')")).toThrow(/CHECK/);
    expect(insert("INSERT INTO expertise VALUES ('p', 't', 9, '')")).toThrow(/CHECK/);
    library.close();
  });
});

describe('opening', () => {
  it('sets what keeps acknowledged writes through a power cut', () => {
    createDatabase(folder).close();
    const library = openDatabase(folder);
    const pragma = (name: string) => library.read.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('cell_size_check')).toBe(1);
    expect(pragma('mmap_size')).toBe(0);
    expect(pragma('busy_timeout')).toBe(5000);
    expect(pragma('application_id')).toBe(0x4865726c);
    library.close();
  });

  it('reads a newer library and writes nothing to it', () => {
    createDatabase(folder).close();
    const raw = new Sqlite(join(folder, 'library.db'));
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    raw.close();
    const library = openDatabase(folder);
    expect(library.write).toBeNull();
    expect(library.readOnlyReason).toBe('too-new');
    expect(() => library.read.exec('DELETE FROM setting')).toThrow(/readonly/);
    library.close();
  });

  it.each([
    ['nothing', () => {}],
    [
      'a text',
      (place: string) =>
        writeFileSync(join(place, 'library.db'), 'hello, I am a text file and not a database at all'),
    ],
    ['an empty file', (place: string) => writeFileSync(join(place, 'library.db'), '')],
    [
      'another program’s database',
      (place: string) => {
        const db = new Sqlite(join(place, 'library.db'));
        db.exec('CREATE TABLE t (x)');
        db.close();
      },
    ],
  ])('says that %s is no library, and leaves it as it was', (_name, make) => {
    make(folder);
    const path = join(folder, 'library.db');
    const before = existsSync(path) ? readFileSync(path) : null;
    expect(() => openDatabase(folder)).toThrow(NotALibrary);
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
  });

  it('makes the search index anew when the analyser changed', () => {
    const library = createDatabase(folder);
    const db = asWriteDb(library.read);
    expect(ensureIndex(db).upToDate).toBe(true);
    expect(ensureIndex(db).upToDate).toBe(true);
    db.exec("UPDATE setting SET value = '0' WHERE key = 'analyserVersion'");
    expect(ensureIndex(db).upToDate).toBe(false);
    library.close();
  });
});
