import type { Customer } from '../../../shared/domain/customer.ts';
import type { ReadDb } from '../handle.ts';
import { type ListPage, type ListQuery, listRecords, without } from './list.ts';

export type CustomerRow = Omit<Customer, 'about' | 'environment' | 'createdBy'>;

export function listCustomers(db: ReadDb, query: ListQuery<object>): ListPage<CustomerRow> {
  return listRecords(db, 'customer', query, [], ['name', 'updatedAt'], (customer) =>
    without(customer, 'about', 'environment', 'createdBy'),
  );
}
