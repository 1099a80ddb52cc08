import type { reviews as contract } from '../../../shared/contract/reviews.ts';
import { reviewDefaults } from '../../../shared/domain/review.ts';
import { listReviews } from '../../data/repositories/reviews.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function reviewHandlers(env: Environment): Handlers<typeof contract> {
  return { ...nounService(env, 'review', reviewDefaults), list: (query) => listReviews(env.read(), query) };
}
