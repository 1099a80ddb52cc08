import { useMemo, useState } from 'react';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ComboBox, Tag } from '../../ui/index.ts';

// Offered by name; any other tag that came with a package is shown and kept.
const OFFERED = [
  'en',
  'fa',
  'zh',
  'th',
  'ar',
  'az',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'km',
  'ko',
  'ku',
  'lo',
  'ms',
  'my',
  'nl',
  'no',
  'pl',
  'ps',
  'pt',
  'ro',
  'ru',
  'sv',
  'tl',
  'tr',
  'uk',
  'ur',
  'uz',
  'vi',
] as const;

export interface LanguagesFieldProps {
  readonly value: readonly string[];
  readonly onChange: (languages: string[]) => void;
  readonly isDisabled?: boolean;
}

/** The languages somebody speaks, named in the language of the interface. */
export function LanguagesField({ value, onChange, isDisabled = false }: LanguagesFieldProps) {
  const t = useT('people');
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const names = useMemo(() => new Intl.DisplayNames([language], { type: 'language' }), [language]);
  const nameOf = (tag: string): string => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag; // not a well-formed tag: shown as it is
    }
  };
  const words = text.trim().toLocaleLowerCase();
  const options = OFFERED.filter((tag) => !value.includes(tag))
    .map((tag) => ({ id: tag, label: nameOf(tag) }))
    .filter((one) => one.label.toLocaleLowerCase().includes(words) || one.id.startsWith(words));
  return (
    <div className="flex flex-col gap-1.5">
      <ComboBox
        label={t('languages')}
        filteredOutside
        value={null}
        inputValue={text}
        onInputChange={setText}
        placeholder={t('languages.add')}
        isDisabled={isDisabled}
        options={options}
        onChange={(tag) => {
          setText('');
          if (tag !== null) onChange([...value, tag]);
        }}
      />
      {value.length > 0 ? (
        <ul aria-label={t('languages')} className="flex flex-wrap gap-1.5">
          {value.map((tag) => (
            <li key={tag}>
              <Tag
                {...(isDisabled
                  ? {}
                  : {
                      onRemove: () => onChange(value.filter((one) => one !== tag)),
                      removeLabel: t('languages.remove', { name: nameOf(tag) }),
                    })}
              >
                {nameOf(tag)}
              </Tag>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
