import { z } from 'zod';
import { call } from './errors.ts';

/** Most bytes in one piece of an upload or download: small enough that a piece never blocks other calls. */
export const CHUNK_MAX = 2 * 1024 * 1024;
/** Largest upload as a whole, in bytes (the largest package). */
export const UPLOAD_MAX = 2 * 1024 * 1024 * 1024;
// Base64 text, because it reads the same over every carrier.
const chunkSchema = z.string().max(Math.ceil(CHUNK_MAX / 3) * 4 + 4);

/** A file on its way in. It waits in a staging folder under a name of ours until an import or attachment takes it. */
export const uploads = {
  begin: call
    .input(z.strictObject({ fileName: z.string().max(1_000), bytes: z.int().min(0) }))
    .output(z.strictObject({ uploadId: z.string() })),
  append: call
    .input(z.strictObject({ uploadId: z.string(), offset: z.int().min(0), data: chunkSchema }))
    .output(z.strictObject({ received: z.int() })),
  discard: call.input(z.strictObject({ uploadId: z.string() })).output(z.strictObject({})),
};

/** A file on its way out (a package, a report). Kept until the library is closed. */
export const downloads = {
  info: call
    .input(z.strictObject({ downloadId: z.string() }))
    .output(z.strictObject({ fileName: z.string(), mime: z.string(), bytes: z.int() })),
  read: call
    .input(
      z.strictObject({
        downloadId: z.string(),
        offset: z.int().min(0),
        length: z.int().min(1).max(CHUNK_MAX),
      }),
    )
    .output(z.strictObject({ data: chunkSchema, done: z.boolean() })),
};
