import type { customers as contract } from '../../../shared/contract/customers.ts';
import { customerDefaults } from '../../../shared/domain/customer.ts';
import { listCustomers } from '../../data/repositories/customers.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function customerHandlers(env: Environment): Handlers<typeof contract> {
  return {
    ...nounService(env, 'customer', customerDefaults),
    list: (query) => listCustomers(env.read(), query),
  };
}
