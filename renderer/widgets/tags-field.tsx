import { type KeyboardEvent, useState } from 'react';
import { useT } from '../i18n/index.ts';
import { Tag, TextField } from '../ui/index.ts';

export interface TagsFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (tags: string[]) => void;
  readonly isDisabled?: boolean;
}

const TAG_MAX = 80;
const TAGS_MAX = 50;

/** Words from what was typed, split at commas of all four scripts; no empties, no doubles, within the limits. */
export const addTags = (tags: readonly string[], typed: string): string[] => {
  const next = [...tags];
  for (const part of typed.split(/[,،、，;؛\n]/u)) {
    const tag = part.trim().replace(/\s+/gu, ' ').slice(0, TAG_MAX);
    if (
      tag !== '' &&
      next.length < TAGS_MAX &&
      !next.some((one) => one.toLocaleLowerCase() === tag.toLocaleLowerCase())
    ) {
      next.push(tag);
    }
  }
  return next;
};

/** Free words on a record. Enter or a comma adds, Backspace in the empty field takes the last away. */
export function TagsField({ label, value, onChange, isDisabled = false }: TagsFieldProps) {
  const t = useT('widgets');
  const [text, setText] = useState('');
  const take = (typed: string): void => {
    const next = addTags(value, typed);
    if (next.length !== value.length) onChange(next);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      take(text);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  };
  return (
    <div className="flex flex-col gap-1.5" role="presentation" onKeyDown={onKeyDown}>
      <TextField
        label={label}
        value={text}
        placeholder={t('tags.add')}
        isDisabled={isDisabled}
        onChange={(next) => {
          if (/[,،、，;؛]/u.test(next)) take(next);
          else setText(next);
        }}
        onBlur={() => {
          if (text.trim() !== '') take(text);
        }}
      />
      {value.length > 0 ? (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {value.map((tag) => (
            <li key={tag} className="max-w-full">
              <Tag
                {...(isDisabled
                  ? {}
                  : {
                      onRemove: () => onChange(value.filter((one) => one !== tag)),
                      removeLabel: t('tags.remove', { name: tag }),
                    })}
              >
                {tag}
              </Tag>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
