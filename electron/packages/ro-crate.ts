import type { RecordOf } from '../../shared/domain/record-of.ts';
import type { PackageManifest } from '../../shared/package-format/manifest.ts';
import type { BagEntry } from './package-files.ts';

// RO-Crate 1.2 (https://w3id.org/ro/crate/1.2): says in a vocabulary that archives and search engines know what is in
// the package, who wrote it and under which licence.

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  jsonl: 'application/jsonl',
};

const NAMES: Readonly<Record<string, string>> = {
  'index.html': 'Offline reader: open this file in any browser',
  'records.jsonl': 'All records, one JSON document a line',
  'manifest.json': 'What this package is, what it holds and what was left out',
};

type Entity = { readonly '@id': string; readonly '@type': string | readonly string[] } & Record<
  string,
  unknown
>;
const ref = (id: string): { readonly '@id': string } => ({ '@id': id });
const isUrl = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

function fileEntity(entry: BagEntry, mimes: ReadonlyMap<string, string>): Entity {
  const path = entry.path.slice('data/'.length);
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return {
    '@id': path,
    '@type': 'File',
    name: NAMES[path] ?? path,
    encodingFormat: mimes.get(entry.sha256) ?? TYPES[ending] ?? 'application/octet-stream',
    contentSize: String(entry.bytes),
    sha256: entry.sha256,
  };
}

/** `entries` are the payload but for the metadata file itself; `mimes` knows the type of each blob by its hash. */
export function roCrate(facts: {
  readonly manifest: PackageManifest;
  readonly entries: readonly BagEntry[];
  readonly people: readonly RecordOf<'person'>[];
  readonly mimes: ReadonlyMap<string, string>;
}): Record<string, unknown> {
  const { manifest, entries, people, mimes } = facts;
  const licenceId = isUrl(manifest.licence) ? manifest.licence : '#licence';
  const files = entries.map((entry) => fileEntity(entry, mimes));
  const authors = people.map((person) => ref(`#person-${person.id}`));
  const graph: Entity[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: ref('./'),
      conformsTo: ref('https://w3id.org/ro/crate/1.2'),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: manifest.title,
      description: `Knowledge package with ${manifest.records} records, for: ${manifest.audience}.`,
      identifier: `urn:uuid:${manifest.packageId}`,
      version: manifest.version,
      datePublished: manifest.createdAt.slice(0, 10),
      license: ref(licenceId),
      hasPart: files.map((file) => ref(file['@id'])),
      ...(authors.length > 0 ? { author: authors } : {}),
      ...(manifest.languages.length > 0 ? { inLanguage: manifest.languages } : {}),
      mainEntity: ref('index.html'),
    },
    {
      '@id': licenceId,
      '@type': 'CreativeWork',
      name: manifest.licence === '' ? 'No licence stated' : manifest.licence,
    },
    ...files,
    ...people.map((person) => ({
      '@id': `#person-${person.id}`,
      '@type': 'Person',
      name: person.name,
      ...(person.role === '' ? {} : { jobTitle: person.role }),
    })),
  ];
  return { '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph };
}
