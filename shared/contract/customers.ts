import { customerSchema } from '../domain/customer.ts';
import { nounCalls } from './noun.ts';

export const customers = nounCalls({
  record: customerSchema,
  item: customerSchema.omit({ about: true, environment: true, createdBy: true }),
  filter: {},
  sorts: ['name', 'updatedAt'],
});
