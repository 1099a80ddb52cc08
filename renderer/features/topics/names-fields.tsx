import type { Topic } from '../../../shared/domain/topic.ts';
import { LANGUAGES, useT } from '../../i18n/index.ts';
import { TextField } from '../../ui/index.ts';

type Names = Topic['names'];

/** The names with one changed; an emptied one goes. Names in languages not shown here stay. */
export const withName = (names: Names, language: string, name: string): Names => {
  const isIt = (one: Names[number]): boolean => one.language.split('-')[0] === language;
  if (name.trim() === '') return names.filter((one) => !isIt(one));
  return names.some(isIt)
    ? names.map((one) => (isIt(one) ? { ...one, name } : one))
    : [...names, { language, name }];
};

/** What the topic is called in each of the four languages. */
export function NamesFields({
  names,
  onChange,
  isReadOnly = false,
}: {
  readonly names: Names;
  readonly onChange: (names: Names) => void;
  readonly isReadOnly?: boolean;
}) {
  const t = useT('topics');
  return (
    <div className="flex flex-col gap-3 pt-2">
      <p className="text-sm text-ink-faint">{t('names.hint')}</p>
      <div className="grid gap-x-5 gap-y-3 @lg:grid-cols-2">
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={t('names.in', { language: t(`common:language.${language}`) })}
            value={names.find((one) => one.language.split('-')[0] === language)?.name ?? ''}
            maxLength={500}
            isReadOnly={isReadOnly}
            onChange={(name) => onChange(withName(names, language, name))}
          />
        ))}
      </div>
    </div>
  );
}
