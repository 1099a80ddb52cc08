import { z } from 'zod';
import { appSettingsSchema, librarySettingsSchema } from '../domain/settings.ts';
import { call } from './errors.ts';

const both = z.strictObject({ app: appSettingsSchema, library: librarySettingsSchema.nullable() });

export const settings = {
  get: call.input(z.strictObject({})).output(both),
  save: call
    .input(
      z.strictObject({
        app: appSettingsSchema.partial().optional(),
        library: librarySettingsSchema.partial().optional(),
      }),
    )
    .output(both),
};
