export type { Command, CommandTools } from './command.ts';
export { RecordIcon } from './record-icon.tsx';
export { hasPage, recordPath } from './record-path.ts';
