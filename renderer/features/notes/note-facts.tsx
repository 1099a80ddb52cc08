import { NOTE_KINDS, type Note } from '../../../shared/domain/note.ts';
import { AUDIENCES, CONFIDENCES } from '../../../shared/domain/record.ts';
import { LANGUAGES, LOCALES } from '../../../shared/i18n/locales.ts';
import { useT } from '../../i18n/index.ts';
import { Select } from '../../ui/index.ts';
import { type FormFields, PersonPicker, TagsField, TopicPicker } from '../../widgets/index.ts';

export interface NoteFactsProps {
  readonly note: Note;
  readonly set: (fields: FormFields<'notes'>) => void;
  readonly isReadOnly: boolean;
}

/** What is known about a note besides its text: kind, who, how sure, for whom, about what. */
export function NoteFacts({ note, set, isReadOnly }: NoteFactsProps) {
  const t = useT('notes');
  // Other languages come with packages and imports; they are shown and kept.
  const languages = [...new Set<string>(['', ...LANGUAGES, note.language])];
  const languageName = (tag: string): string =>
    tag === ''
      ? t('common:unknown')
      : (Object.values(LOCALES).find((one) => one.language === tag)?.nativeName ?? tag);
  return (
    <div className="flex flex-col gap-3.5">
      <Select
        label={t('kind')}
        value={note.kind}
        isDisabled={isReadOnly}
        options={NOTE_KINDS.map((kind) => ({ id: kind, label: t(`common:noteKind.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <PersonPicker
        label={t('author')}
        value={note.authorId}
        isDisabled={isReadOnly}
        onChange={(authorId) => set({ authorId })}
      />
      <TopicPicker
        label={t('common:topics')}
        value={note.topicIds}
        isDisabled={isReadOnly}
        onChange={(topicIds) => set({ topicIds })}
      />
      <Select
        label={t('confidence')}
        value={note.confidence}
        isDisabled={isReadOnly}
        options={CONFIDENCES.map((one) => ({ id: one, label: t(`common:confidence.${one}`) }))}
        onChange={(confidence) => set({ confidence })}
      />
      <Select
        label={t('audience')}
        value={note.audience}
        isDisabled={isReadOnly}
        options={AUDIENCES.map((one) => ({ id: one, label: t(`common:audience.${one}`) }))}
        onChange={(audience) => set({ audience })}
      />
      <Select
        label={t('common:language')}
        value={note.language}
        isDisabled={isReadOnly}
        options={languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
        onChange={(language) => set({ language })}
      />
      <TagsField
        label={t('common:tags')}
        value={note.tags}
        isDisabled={isReadOnly}
        onChange={(tags) => set({ tags })}
      />
    </div>
  );
}
