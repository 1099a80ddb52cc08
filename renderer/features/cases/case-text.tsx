import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button, TextArea } from '../../ui/index.ts';
import { PageSection } from '../../widgets/index.ts';

/** Plain text as its source wrote it: lines kept, each paragraph in its own direction. */
export function UserText({ text }: { readonly text: string }) {
  return (
    <div className="flex flex-col gap-3 text-reading">
      {text.split(/\n[ \t]*\n/u).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a plain text have no other identity
        <p key={at} dir="auto" className="break-words whitespace-pre-wrap">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

export interface CaseTextProps {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** A long text of a case: read by default, written after Edit. An empty one is ready to be written at once. */
export function CaseText({ title, placeholder, value, isReadOnly, onChange }: CaseTextProps) {
  const t = useT('cases');
  const [isEditing, setEditing] = useState(value === '');
  if (isReadOnly && value === '') return null;
  const canEdit = !isReadOnly;
  return (
    <PageSection
      title={title}
      aside={
        canEdit && value !== '' ? (
          <Button
            size="sm"
            tone="quiet"
            icon={isEditing ? null : <Pencil aria-hidden="true" />}
            aria-label={`${t(isEditing ? 'edit.done' : 'edit.text')}: ${title}`}
            onPress={() => setEditing((on) => !on)}
          >
            {t(isEditing ? 'edit.done' : 'edit.text')}
          </Button>
        ) : null
      }
    >
      {canEdit && isEditing ? (
        <TextArea
          hideLabel
          label={title}
          rows={value === '' ? 2 : 8}
          value={value}
          placeholder={placeholder}
          onChange={onChange}
        />
      ) : (
        <UserText text={value} />
      )}
    </PageSection>
  );
}
