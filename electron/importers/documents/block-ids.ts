import { randomBytes } from 'node:crypto';

const BYTES = 6;
let pool = randomBytes(0);
let drawn = 0;

/** Ids need only differ within a document; drawn in bulk, because asking for six bytes at a time costs more than using them. */
export function makeBlockId(): string {
  if (drawn + BYTES > pool.length) {
    pool = randomBytes(BYTES * 1024);
    drawn = 0;
  }
  drawn += BYTES;
  return pool.toString('hex', drawn - BYTES, drawn);
}
