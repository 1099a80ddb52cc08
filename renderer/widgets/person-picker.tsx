import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useTellProblem } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { Avatar, ComboBox, type Option, Tag } from '../ui/index.ts';

const CREATE = 'create';

export interface PersonPickerProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
  readonly description?: string;
  readonly error?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** `false` hides "add as a new person". */
  readonly canCreate?: boolean;
  readonly exclude?: readonly string[];
  /** What stands in the empty box; "Nobody" when left out. */
  readonly placeholder?: string;
}

const usePeople = () => {
  const { data } = useQuery(api.people.list.queryOptions({ input: { sort: 'name', limit: 500 } }));
  return data?.items ?? [];
};

const optionsFor = (
  people: ReturnType<typeof usePeople>,
  text: string,
  create: string | null,
  exclude: readonly string[],
): Option[] => {
  const words = text.normalize('NFKC').toLocaleLowerCase();
  const matching = people.filter(
    (person) =>
      !exclude.includes(person.id) && person.name.normalize('NFKC').toLocaleLowerCase().includes(words),
  );
  return [
    ...matching.map((person) => ({
      id: person.id,
      label: person.name,
      hint: person.role,
      icon: <Avatar name={person.name} size="sm" />,
    })),
    ...(create === null ? [] : [{ id: CREATE, label: create }]),
  ];
};

/** One person. Names not yet known can be added on the way. */
export function PersonPicker({
  value,
  onChange,
  canCreate = true,
  exclude = [],
  placeholder,
  ...field
}: PersonPickerProps) {
  const t = useT('widgets');
  const tell = useTellProblem();
  const people = usePeople();
  const current = people.find((person) => person.id === value)?.name ?? '';
  // Null while nobody types: then the name of the chosen one is shown.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? current;
  const name = text.trim();
  const isNew = canCreate && typed !== null && name !== '' && !people.some((person) => person.name === name);
  return (
    <ComboBox
      {...field}
      filteredOutside
      value={value}
      inputValue={text}
      onInputChange={(next) => {
        setTyped(next === current ? null : next);
        if (next === '' && value !== null) onChange(null);
      }}
      placeholder={placeholder ?? t('person.none')}
      options={optionsFor(people, typed ?? '', isNew ? t('person.create', { name }) : null, exclude)}
      onChange={(id) => {
        setTyped(null);
        if (id !== CREATE) {
          if (id !== null) onChange(id);
          return;
        }
        client.people.create({ fields: { name } }).then((person) => onChange(person.id), tell);
      }}
    />
  );
}

export interface PeoplePickerProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (personIds: string[]) => void;
  readonly isDisabled?: boolean;
}

/** Several people, shown as tags. */
export function PeoplePicker({ label, value, onChange, isDisabled = false }: PeoplePickerProps) {
  const t = useT('widgets');
  const people = usePeople();
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '…';
  return (
    <div className="flex flex-col gap-1.5">
      {value.length > 0 ? (
        <ul aria-label={label} className="order-2 flex flex-wrap gap-1.5">
          {value.map((id) => (
            <li key={id} className="max-w-full">
              <Tag
                {...(isDisabled
                  ? {}
                  : {
                      onRemove: () => onChange(value.filter((one) => one !== id)),
                      removeLabel: t('common:removeNamed', { name: nameOf(id) }),
                    })}
              >
                {nameOf(id)}
              </Tag>
            </li>
          ))}
        </ul>
      ) : null}
      <PersonPicker
        label={label}
        value={null}
        placeholder={t('person.add')}
        isDisabled={isDisabled}
        exclude={value}
        onChange={(id) => {
          if (id !== null) onChange([...value, id]);
        }}
      />
    </div>
  );
}
