import { createHash } from 'node:crypto';
import type { Id } from '../../shared/base/ids.ts';

/**
 * An id made from what a thing is (RFC 9562, version 8): the same parts give the same id, so that what comes a second
 * time is recognised without a table of what came before. One part must be an id of this library; without it, two
 * libraries would make one record of what only looks alike.
 */
export function contentId(...parts: readonly string[]): Id {
  const hex = createHash('sha256').update(parts.join('\u0001')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
