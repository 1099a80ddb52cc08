import type { notes as contract } from '../../../shared/contract/notes.ts';
import { noteDefaults } from '../../../shared/domain/note.ts';
import { listNotes } from '../../data/repositories/notes.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function noteHandlers(env: Environment): Handlers<typeof contract> {
  return { ...nounService(env, 'note', noteDefaults), list: (query) => listNotes(env.read(), query) };
}
