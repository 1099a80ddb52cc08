import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { Case } from '../../../shared/domain/case.ts';
import { client, useTellProblem } from '../../client/index.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { recordPath } from '../../widgets/index.ts';

/** Starts a note that explains a case: made, linked, opened. */
export const useNoteFromCase = (): ((about: Case) => Promise<void>) => {
  const t = useT('cases');
  const tell = useTellProblem();
  const navigate = useNavigate();
  const { language } = useLanguage();
  return useCallback(
    async (about) => {
      try {
        const { library } = await client.settings.get({});
        const title = about.title || about.description.slice(0, 120).replace(/\s+/gu, ' ');
        const note = await client.notes.create({
          fields: {
            title: t('makeNote.title', { title }).slice(0, 500),
            language,
            authorId: library?.meId ?? null,
            topicIds: [...about.topicIds],
          },
        });
        await client.links.create({
          fields: {
            type: 'explains',
            fromKind: 'note',
            fromId: note.id,
            toKind: 'case',
            toId: about.id,
            toTitle: about.title,
          },
        });
        void navigate(recordPath('note', note.id), { state: { isNew: true } });
      } catch (error) {
        tell(error);
      }
    },
    [language, navigate, t, tell],
  );
};
