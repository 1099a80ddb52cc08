import type { RouteObject } from 'react-router';
import type { Command } from '../widgets/index.ts';

/** The face of a feature: `renderer/features/<noun>/index.ts`. Keep it light: pages come in through `lazy` routes. */
export interface Feature {
  readonly routes: readonly RouteObject[];
  readonly commands?: readonly Command[];
}

const faces = import.meta.glob<Feature>('../features/*/index.ts');

/** First path segment → feature folder, where they differ. */
const OWNERS: Readonly<Record<string, string>> = {
  '': 'home',
  answers: 'questions',
  customers: 'cases',
  mentorships: 'sessions',
  bin: 'settings',
};

/** Every place the frame leads to; the ones without a folder yet show a friendly placeholder. */
export const KNOWN_SEGMENTS: ReadonlySet<string> = new Set([
  'sessions',
  'mentorships',
  'notes',
  'questions',
  'answers',
  'cases',
  'customers',
  'playbooks',
  'people',
  'topics',
  'packages',
  'search',
  'settings',
  'bin',
]);

const faceAt = (folder: string): (() => Promise<Feature>) | undefined =>
  faces[`../features/${folder}/index.ts`];

/** The feature that answers for a path segment (`notes`), or null when there is none. */
export const featureFor = async (segment: string): Promise<{ folder: string; feature: Feature } | null> => {
  for (const folder of [segment, OWNERS[segment]]) {
    const load = folder === undefined || folder === '' ? undefined : faceAt(folder);
    if (load && folder !== undefined) return { folder, feature: await load() };
  }
  return null;
};

/** The commands of all features, for the palette. */
export const allFeatureCommands = async (): Promise<readonly Command[]> => {
  const loaded = await Promise.allSettled(Object.values(faces).map((load) => load()));
  return loaded.flatMap((face) => (face.status === 'fulfilled' ? (face.value.commands ?? []) : []));
};
