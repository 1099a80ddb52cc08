export interface Runtime {
  readonly executable: string;
  readonly folder: string;
  readonly version: string | null;
  readonly kind: 'override' | 'installed' | 'stand-in';
}
export const STAND_IN_VERSION: string;
export function standInFolder(): string;
export function installedElectron(): Runtime | null;
export function standInElectron(): Runtime | null;
export function storeNeedsNode(runtime: { readonly version: string | null }): boolean;
export function fetchElectron(options?: {
  probeMs?: number;
  say?: (line: string) => void;
}): Promise<Runtime | null>;
