import { createRequests } from '../view/requests.ts';

/** What the writer asked for: to look, to look and replace, or to go to the next or the one before. */
export type FindRequest = 'find' | 'replace' | 'next' | 'previous';

export const findRequests = createRequests<FindRequest>();
