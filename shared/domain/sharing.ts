import type { Audience } from './record.ts';
import { AUDIENCES } from './record.ts';

/** Private first, customer last: a package made for one audience holds what is meant for it or for a wider one. */
export function audienceWidth(audience: Audience): number {
  return AUDIENCES.indexOf(audience);
}

/** True when a record meant for `recordAudience` may stand in a package made for `packageAudience`. */
export function mayLeave(recordAudience: Audience, packageAudience: Audience): boolean {
  return audienceWidth(recordAudience) >= audienceWidth(packageAudience);
}
