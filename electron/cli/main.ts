// The `heirloom` command line: the same core as the app, for automation and for checks. One command a run; the library
// is opened, used and closed again. Exit codes: 0 done, 1 it did not work out, 2 the words were wrong.
import { type Arguments, type OptionKind, readArguments, UsageError } from './arguments.ts';
import { exportNotes } from './commands/export-notes.ts';
import { list, search, show } from './commands/find.ts';
import { importAny } from './commands/import.ts';
import { backup, check, init, restore, stats } from './commands/library.ts';
import { exportPackage, verify } from './commands/package.ts';
import { serve } from './commands/serve.ts';
import { type Output, terminal } from './terminal.ts';
import { wordsFor } from './with-library.ts';
import { say, type WordKey } from './words.ts';

type Command = {
  readonly run: (args: Arguments, out: Output) => Promise<number>;
  readonly options: Readonly<Record<string, OptionKind>>;
  readonly words: { readonly min: number; readonly max: number };
  readonly usage: string;
  readonly about: WordKey;
};

const library = { library: 'string' } as const;
const none = { min: 0, max: 0 };
const one = { min: 1, max: 1 };

const COMMANDS: Readonly<Record<string, Command>> = {
  init: {
    run: init,
    options: { name: 'string', language: 'string', sample: 'boolean' },
    words: one,
    usage: 'init DIR [--name NAME] [--language en|fa|zh|th] [--sample]',
    about: 'aboutInit',
  },
  import: {
    run: importAny,
    options: {
      ...library,
      source: 'string',
      map: 'string',
      language: 'string',
      'keep-source': 'boolean',
      'dry-run': 'boolean',
    },
    words: { min: 2, max: 10_000 },
    usage:
      'import cases|notes|questions|package FILE... --library DIR [--source S] [--map FILE] [--language L] [--keep-source] [--dry-run]',
    about: 'aboutImport',
  },
  search: {
    run: search,
    options: { ...library, kind: 'string', limit: 'string', batch: 'string' },
    words: { min: 0, max: 100 },
    usage: 'search QUERY|--batch FILE.tsv --library DIR [--kind KIND] [--limit N]',
    about: 'aboutSearch',
  },
  list: {
    run: list,
    options: { ...library, limit: 'string', offset: 'string' },
    words: one,
    usage: 'list KIND --library DIR [--limit N] [--offset N]',
    about: 'aboutList',
  },
  show: { run: show, options: library, words: one, usage: 'show ID --library DIR', about: 'aboutShow' },
  export: {
    run: (args, out) => (args.words[0] === 'notes' ? exportNotes(args, out) : exportPackage(args, out)),
    options: {
      ...library,
      note: 'string',
      format: 'string',
      to: 'string',
      playbook: 'string',
      topic: 'string',
      all: 'boolean',
      out: 'string',
      title: 'string',
      audience: 'string',
      licence: 'string',
      force: 'boolean',
    },
    words: { min: 0, max: 1 },
    usage:
      'export --library DIR --playbook ID|--topic ID|--all --out FILE [--title T] [--audience A] [--licence L] [--force]\n' +
      '  heirloom export notes --library DIR --note ID[,ID…]|--topic ID|--playbook ID --format md|html|docx|odt|json --to FILE|DIR [--audience A] [--force]',
    about: 'aboutExport',
  },
  verify: { run: verify, options: {}, words: one, usage: 'verify FILE', about: 'aboutVerify' },
  stats: { run: stats, options: library, words: none, usage: 'stats --library DIR', about: 'aboutStats' },
  check: { run: check, options: library, words: none, usage: 'check --library DIR', about: 'aboutCheck' },
  backup: { run: backup, options: library, words: none, usage: 'backup --library DIR', about: 'aboutBackup' },
  restore: {
    run: restore,
    options: { ...library, backup: 'string', out: 'string' },
    words: none,
    usage: 'restore --library DIR [--backup NAME] [--out DIR]',
    about: 'aboutRestore',
  },
  serve: {
    run: serve,
    options: { ...library, port: 'string', 'no-open': 'boolean' },
    words: none,
    usage: 'serve [--library DIR] [--port N] [--no-open]',
    about: 'aboutServe',
  },
};

function help(out: Output): void {
  out.line(say('helpTitle'));
  for (const command of Object.values(COMMANDS))
    out.line(`  heirloom ${command.usage}\n      ${say(command.about)}`);
  out.line(say('helpJson'));
}

/** Runs one command and gives its exit code. Never throws. */
export async function main(words: readonly string[], out: Output = terminal): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    help(out);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    out.error(say('noSuchCommand', { command: name }));
    return 2;
  }
  let args: Arguments | undefined;
  try {
    args = readArguments(rest, command.options, command.words);
    return await command.run(args, out);
  } catch (error) {
    if (error instanceof UsageError) {
      // A command with several forms is reminded of by its first; the others are in its help.
      out.error(`${error.message} (heirloom ${command.usage.split('\n', 1)[0]})`);
      return 2;
    }
    out.error(wordsFor(error, args?.text('library')));
    return 1;
  }
}
