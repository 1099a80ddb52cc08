import type { RouteObject } from 'react-router';
import type { Command } from '../widgets/index.ts';

/** The face of a feature: `renderer/features/<noun>/index.ts`. Keep it light: pages come in through `lazy` routes. */
export interface Feature {
  readonly routes: readonly RouteObject[];
  readonly commands?: readonly Command[];
}

// All faces at once: they are only addresses and names. A router that learns an address on the way shows "no such page"
// for a moment, or for good when two visits cross.
const faces = import.meta.glob<Partial<Feature>>('../features/*/index.ts', { eager: true });

/** Every address of every feature. */
export const FEATURE_ROUTES: readonly RouteObject[] = Object.values(faces).flatMap(
  (face) => face.routes ?? [],
);

/** The commands of all features, for the palette. */
export const FEATURE_COMMANDS: readonly Command[] = Object.values(faces).flatMap(
  (face) => face.commands ?? [],
);
