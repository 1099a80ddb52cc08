import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { HOUSES, REFUSED_FOLDER_NAMES, ROOMS } from './rooms.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const anyOf = (names: readonly string[]): string => `(?:${names.map(escaped).join('|')})`;

/** The rules of the table, in dependency-cruiser's words. */
function rules(): IForbiddenRuleType[] {
  const made: IForbiddenRuleType[] = [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ];
  for (const [name, room] of Object.entries(ROOMS)) {
    const from = { path: `^${escaped(name)}/` };
    const allowed = [name, ...room.rooms];
    made.push({
      name: `room ${name}`,
      severity: 'error',
      from,
      to: { path: `^${anyOf([...HOUSES])}/`, pathNot: `^${anyOf(allowed)}/` },
    });
    made.push({
      name: `packages of ${name}`,
      severity: 'error',
      from,
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        ...(room.packages.length === 0
          ? {}
          : { pathNot: `node_modules/(?:@types/)?${anyOf(room.packages)}/` }),
      },
    });
    if (!room.node)
      made.push({ name: `no node in ${name}`, severity: 'error', from, to: { dependencyTypes: ['core'] } });
  }
  made.push({
    name: 'http only in loopback',
    severity: 'error',
    from: { path: '^electron/', pathNot: '^electron/loopback/' },
    to: { path: '^(node:)?https?$' },
  });
  made.push({
    name: 'features reach no other feature',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  });
  made.push({
    name: 'features only by their face',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '^renderer/features/' },
    to: { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/[^/]+/index\\.tsx?$' },
  });
  return made;
}

export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

/** Cruises a tree (this checkout, or one with planted violations) and says which rules it breaks. */
export async function violationsIn(baseDir: string): Promise<{ violations: Violation[]; modules: number }> {
  const tsConfig = extractTSConfig(join(import.meta.dirname, '../../renderer/tsconfig.json'));
  const { output } = await cruise(
    HOUSES.filter((house) => readdirSync(baseDir).includes(house)),
    {
      baseDir,
      ruleSet: { forbidden: rules() },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.(json|css|html|png|svg|yml)$|^electron/packages/reader/vite' },
      moduleSystems: ['es6', 'cjs'],
      builtInModules: { override: [...builtinModules], add: builtinModules.map((name) => `node:${name}`) },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'types', 'node', 'default'],
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
      },
    },
    {},
    { tsConfig },
  );
  const result = output as ICruiseResult;
  return {
    violations: result.summary.violations.map((one) => ({ rule: one.rule.name, from: one.from, to: one.to })),
    modules: result.summary.totalCruised,
  };
}

/** Folders under a house that are no room, and folders anywhere in it whose name says nothing. */
export function strayFolders(baseDir: string): string[] {
  const strays: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(baseDir, path), { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === 'node_modules') continue;
      const inner = `${path}/${entry.name}`;
      if ((REFUSED_FOLDER_NAMES as readonly string[]).includes(entry.name)) strays.push(inner);
      if (!path.includes('/') && !(inner in ROOMS)) strays.push(inner);
      walk(inner);
    }
  };
  for (const house of HOUSES) if (readdirSync(baseDir).includes(house)) walk(house);
  return strays;
}
