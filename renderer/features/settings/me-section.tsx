import { useMutation } from '@tanstack/react-query';
import { api } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { PersonPicker } from '../../widgets/index.ts';

/** Which person of the library sits at this machine. */
export function MeSection({ meId }: { readonly meId: string | null }) {
  const t = useT('settings');
  const save = useMutation(api.settings.save.mutationOptions());
  return (
    <div className="max-w-sm">
      <PersonPicker
        label={t('me.who')}
        description={t('me.hint')}
        value={meId}
        onChange={(id) => save.mutate({ library: { meId: id } })}
      />
    </div>
  );
}
