import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BookOpen, FolderOpen, PackageOpen, Sprout } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, client, native, useTellProblem } from '../../client/index.ts';
import { LANGUAGES, LOCALES, useFormat, useLanguage, useT } from '../../i18n/index.ts';
import { BrandMark, Button, Dialog, OneLine, Segmented, Spinner, TextField } from '../../ui/index.ts';
import { handOverPackage } from '../../widgets/index.ts';
import { NewLibraryDialog } from './new-library-dialog.tsx';

/** The front door: three ways in, and the libraries one had before. */
export function WelcomePage() {
  const t = useT('welcome');
  const tell = useTellProblem();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { language } = useLanguage();
  const { data: status } = useQuery(api.library.status.queryOptions({ input: {} }));
  const saveLook = useMutation(api.settings.save.mutationOptions());
  const [isStarting, setStarting] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  const enter = async (open: () => Promise<unknown>, path = '/'): Promise<void> => {
    setStarting(true);
    try {
      await open();
      void navigate(path);
      await queries.resetQueries();
    } catch (error) {
      tell(error);
    } finally {
      setStarting(false);
    }
  };
  const openPackage = (chosen: File): void => {
    const name = t('package.name', { file: chosen.name.replace(/\.heirloom$/i, '') }).slice(0, 200);
    handOverPackage(chosen);
    void enter(() => client.library.create({ name, language }), '/packages');
  };

  return (
    <div className="mx-auto flex min-h-full w-full max-w-5xl flex-col justify-center gap-10 px-6 py-12">
      <header className="flex flex-col items-center gap-4 text-center">
        <BrandMark className="size-16" />
        <h1 className="text-3xl font-semibold tracking-[-0.015em] text-balance">{t('title')}</h1>
        <p className="max-w-xl text-reading text-balance text-ink-soft">{t('lead')}</p>
      </header>
      <div className="grid gap-4 md:grid-cols-3">
        <Door icon={<BookOpen />} title={t('sample.title')} text={t('sample.text')}>
          <Button
            tone="primary"
            isDisabled={isStarting}
            onPress={() => void enter(() => client.library.openSample({ language }))}
          >
            {t('sample.action')}
          </Button>
        </Door>
        <Door icon={<Sprout />} title={t('own.title')} text={t('own.text')}>
          <Button isDisabled={isStarting} onPress={() => setNaming(true)}>
            {t('own.action')}
          </Button>
        </Door>
        <Door icon={<PackageOpen />} title={t('package.title')} text={t('package.text')}>
          <Button isDisabled={isStarting} onPress={() => file.current?.click()}>
            {t('package.action')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".heirloom"
            aria-label={t('package.action')}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) openPackage(chosen);
            }}
          />
        </Door>
      </div>
      <Recent
        libraries={status?.recent ?? []}
        isDisabled={isStarting}
        onOpen={(folder) => void enter(() => client.library.open({ folder }))}
      />
      <footer className="flex flex-wrap items-center justify-center gap-4">
        <Segmented
          label={t('language')}
          size="sm"
          value={language}
          onChange={(id) => saveLook.mutate({ app: { language: id } })}
          choices={LANGUAGES.map((id) => ({ id, label: LOCALES[id].nativeName }))}
        />
        {isStarting ? <Spinner className="text-brass" /> : null}
      </footer>
      {status ? (
        <NewLibraryDialog
          isOpen={isNaming}
          onOpenChange={setNaming}
          defaultFolder={status.defaultFolder}
          onCreate={(wish) => void enter(() => client.library.create({ ...wish, language }))}
        />
      ) : null}
    </div>
  );
}

function Door({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    // Four rows shared by the doors, so that their texts begin on one line whatever their titles take.
    <section className="grid gap-3 rounded-xl border border-line bg-raised p-6 shadow-card md:row-span-4 md:grid-rows-subgrid">
      <span
        aria-hidden="true"
        className="flex size-11 items-center justify-center rounded-full bg-brass-soft text-brass [&>svg]:size-5"
      >
        {icon}
      </span>
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      <p className="text-base text-ink-soft">{text}</p>
      <div className="pt-2">{children}</div>
    </section>
  );
}

interface RecentLibrary {
  readonly name: string;
  readonly folder: string;
  readonly openedAt: string;
  readonly exists: boolean;
}

function Recent({
  libraries,
  isDisabled,
  onOpen,
}: {
  readonly libraries: readonly RecentLibrary[];
  readonly isDisabled: boolean;
  readonly onOpen: (folder: string) => void;
}) {
  const t = useT('welcome');
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const [path, setPath] = useState('');
  const other = async (): Promise<void> => {
    if (!native) return setAsking(true);
    const folder = await native.pickFolder({ title: t('recent.other') });
    if (folder !== null) onOpen(folder);
  };
  return (
    <section aria-label={t('recent.title')} className="mx-auto w-full max-w-xl">
      {libraries.length > 0 ? (
        <>
          <h2 className="pb-2 text-sm font-semibold text-ink-faint">{t('recent.title')}</h2>
          <ul className="flex flex-col overflow-hidden rounded-lg border border-line bg-raised">
            {libraries.slice(0, 5).map((library) => (
              <li key={library.folder} className="border-b border-line last:border-b-0">
                <button
                  type="button"
                  disabled={isDisabled || !library.exists}
                  onClick={() => onOpen(library.folder)}
                  className="flex w-full items-baseline gap-3 px-4 py-2.5 text-start hover:bg-hover focus-visible:-outline-offset-2 disabled:hover:bg-transparent"
                >
                  <span className="min-w-0 flex-1">
                    <OneLine className="font-medium">{library.name}</OneLine>
                    <OneLine className="text-xs text-ink-faint">{library.folder}</OneLine>
                  </span>
                  <span className="shrink-0 text-xs text-ink-faint">
                    {library.exists
                      ? t('recent.opened', { when: format.relative(library.openedAt, Date.now()) })
                      : t('recent.gone')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="flex justify-center pt-2">
        <Button
          tone="quiet"
          size="sm"
          icon={<FolderOpen aria-hidden="true" />}
          isDisabled={isDisabled}
          onPress={() => void other()}
        >
          {t('recent.other')}
        </Button>
      </div>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('recent.other')}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{t('common:cancel')}</Button>
            <Button
              tone="primary"
              isDisabled={path.trim() === ''}
              onPress={() => {
                setAsking(false);
                onOpen(path.trim());
              }}
            >
              {t('common:open')}
            </Button>
          </>
        }
      >
        <TextField label={t('recent.path')} value={path} onChange={setPath} dir="ltr" autoFocus />
      </Dialog>
    </section>
  );
}
