export const FUSES: Readonly<Record<string, readonly [wanted: boolean, why: string]>>;
export function setFuses(executable: string): Promise<void>;
export function wrongFuses(executable: string): Promise<string[]>;
