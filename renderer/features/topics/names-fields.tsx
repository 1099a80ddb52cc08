import { useState } from 'react';
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

/** The main name, and what the topic is called in each of the four languages. */
export function NamesFields({
  name,
  names,
  onChange,
  isReadOnly = false,
}: {
  readonly name: string;
  readonly names: Names;
  readonly onChange: (fields: { readonly name?: string; readonly names?: Names }) => void;
  readonly isReadOnly?: boolean;
}) {
  const t = useT('topics');
  // Emptied for a moment while it is being rewritten: shown so, but a topic always keeps a name.
  const [isEmpty, setEmpty] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-ink-faint">{t('names.hint')}</p>
      <div className="grid gap-x-5 gap-y-3 @lg:grid-cols-2">
        <TextField
          className="@lg:col-span-2"
          label={t('names.main')}
          value={isEmpty ? '' : name}
          maxLength={500}
          isReadOnly={isReadOnly}
          onBlur={() => setEmpty(false)}
          onChange={(next) => {
            setEmpty(next.trim() === '');
            if (next.trim() !== '') onChange({ name: next });
          }}
        />
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={t('names.in', { language: t(`common:language.${language}`) })}
            value={names.find((one) => one.language.split('-')[0] === language)?.name ?? ''}
            maxLength={500}
            isReadOnly={isReadOnly}
            onChange={(next) => onChange({ names: withName(names, language, next) })}
          />
        ))}
      </div>
    </div>
  );
}
