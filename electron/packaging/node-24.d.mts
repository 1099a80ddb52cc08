export const ROOT: string;
export function pinnedNode(): string;
export function onNewNode(): boolean;
