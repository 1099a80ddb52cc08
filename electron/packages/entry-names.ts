import type { PackageProblemCode } from './bad-package.ts';
import { LIMITS, NAME_PATTERN } from './limits.ts';

/** Names Windows gives to devices, with or without an ending. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/**
 * What is wrong with the name of an entry, or null. Each attack has its own code, so that a report says what was tried;
 * the pattern at the end would refuse most of them anyway.
 */
export function entryNameProblem(name: string): PackageProblemCode | null {
  if (name.includes('\0')) return 'name-nul';
  if (name.includes('\\')) return 'name-backslash';
  if (/^[a-z]:/i.test(name)) return 'name-drive';
  if (name.startsWith('/')) return 'name-absolute';
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.some((part) => part === '..' || part === '.')) return 'name-traversal';
  if (Buffer.byteLength(name) > LIMITS.nameBytes) return 'name-too-long';
  if (parts.length > LIMITS.depth) return 'name-too-deep';
  if (parts.some((part) => RESERVED.test(part))) return 'name-reserved';
  if (!NAME_PATTERN.test(name) || parts.some((part) => part === '' || part.endsWith('.')))
    return 'name-characters';
  return null;
}
