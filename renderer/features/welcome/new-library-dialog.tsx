import { useState } from 'react';
import { native } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Button, Dialog, TextField } from '../../ui/index.ts';

export interface LibraryWish {
  readonly name: string;
  readonly meName?: string;
  readonly folder?: string;
}

export interface NewLibraryDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly defaultFolder: string;
  readonly onCreate: (wish: LibraryWish) => void;
}

/** Two words and a folder: all a library needs to begin. */
export function NewLibraryDialog({ isOpen, onOpenChange, defaultFolder, onCreate }: NewLibraryDialogProps) {
  const t = useT('welcome');
  const [name, setName] = useState('');
  const [me, setMe] = useState('');
  const [folder, setFolder] = useState('');
  const create = (): void => {
    if (name.trim() === '') return;
    onOpenChange(false);
    onCreate({
      name: name.trim(),
      ...(me.trim() === '' ? {} : { meName: me.trim() }),
      ...(folder.trim() === '' ? {} : { folder: folder.trim() }),
    });
  };
  const choose = async (): Promise<void> => {
    const chosen = await native?.pickFolder({ title: t('own.choose') });
    if (chosen) setFolder(chosen);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('own.title')}
      actions={
        <>
          <Button onPress={() => onOpenChange(false)}>{t('common:cancel')}</Button>
          <Button tone="primary" isDisabled={name.trim() === ''} onPress={create}>
            {t('own.create')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <TextField
          label={t('own.name')}
          description={t('own.nameHint')}
          value={name}
          onChange={setName}
          maxLength={200}
          isRequired
          autoFocus
        />
        <TextField
          label={t('own.me')}
          description={t('own.meHint')}
          value={me}
          onChange={setMe}
          maxLength={200}
        />
        <div className="flex items-end gap-2">
          <TextField
            className="flex-1"
            label={t('own.folder')}
            value={folder}
            onChange={setFolder}
            placeholder={defaultFolder}
            dir="ltr"
          />
          {native ? <Button onPress={() => void choose()}>{t('own.choose')}</Button> : null}
        </div>
        {/* Enter in any field creates; without a submit control a form with several fields would not. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
