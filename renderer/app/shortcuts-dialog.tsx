import { useT } from '../i18n/index.ts';
import { Dialog, Kbd } from '../ui/index.ts';

export function ShortcutsDialog({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const t = useT('frame');
  const groups = [
    {
      title: t('shortcuts.anywhere'),
      rows: [
        { keys: 'mod+k', text: t('search.open') },
        { keys: 'mod+shift+n', text: t('command.capture') },
        { keys: 'alt+1', text: t('shortcuts.goTo') },
        { keys: '?', text: t('shortcuts.help') },
        { keys: 'escape', text: t('shortcuts.escape') },
      ],
    },
    {
      title: t('writing:keys.title'),
      rows: [
        { keys: '/', text: t('writing:keys.insert') },
        { keys: '@', text: t('writing:keys.mention') },
        { keys: 'mod+f', text: t('writing:keys.find') },
        { keys: 'mod+h', text: t('writing:keys.replace') },
        { keys: 'alt+up+down', text: t('writing:keys.move') },
        { keys: 'alt+shift+up+down', text: t('writing:keys.section') },
        { keys: 'mod+/', text: t('writing:keys.menu') },
        { keys: 'mod+shift+enter', text: t('writing:keys.focus') },
        { keys: 'mod+shift+v', text: t('writing:keys.plain') },
        { keys: 'Alt+F10', text: t('writing:keys.toolbar') },
      ],
    },
    {
      title: t('shortcuts.lists'),
      rows: [
        { keys: 'up+down', text: t('shortcuts.move') },
        { keys: 'enter', text: t('shortcuts.openRow') },
        { keys: 'Space', text: t('shortcuts.selectRow') },
        { keys: 'shift+up+down', text: t('shortcuts.extend') },
        { keys: 'mod+a', text: t('shortcuts.selectAll') },
      ],
    },
  ];
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('shortcuts.title')} size="lg">
      <div className="grid gap-x-12 gap-y-6 pb-3 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title} className={group.rows.length > 8 ? 'sm:row-span-2' : undefined}>
            <h3 className="pb-2 text-sm font-semibold text-ink-faint">{group.title}</h3>
            <dl className="flex flex-col gap-2.5">
              {group.rows.map((row) => (
                <div key={row.keys} className="flex items-baseline justify-between gap-4">
                  <dt className="text-base">{row.text}</dt>
                  <dd>
                    <Kbd keys={row.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
