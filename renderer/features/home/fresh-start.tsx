import { Briefcase, FileInput, Speech, Users } from 'lucide-react';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';

/** An empty library: first steps instead of empty lists. */
export function FreshStart() {
  const t = useT('home');
  const steps = [
    {
      path: '/people',
      icon: <Users aria-hidden="true" />,
      title: t('first.people'),
      text: t('first.peopleText'),
    },
    {
      path: '/cases/import',
      icon: <Briefcase aria-hidden="true" />,
      title: t('first.cases'),
      text: t('first.casesText'),
    },
    {
      path: '/notes/import',
      icon: <FileInput aria-hidden="true" />,
      title: t('first.notes'),
      text: t('first.notesText'),
    },
    {
      path: '/sessions?new',
      icon: <Speech aria-hidden="true" />,
      title: t('first.session'),
      text: t('first.sessionText'),
    },
  ];
  return (
    <section aria-label={t('first.title')} className="pt-2">
      <p className="pb-4 text-reading text-ink-soft">{t('first.text')}</p>
      <ol className="grid gap-4 sm:grid-cols-2">
        {steps.map((step) => (
          <li key={step.path}>
            <Link
              to={step.path}
              className="flex h-full flex-col gap-2 rounded-xl border border-line bg-raised p-5 text-ink no-underline shadow-card transition-colors hover:border-line-strong"
            >
              <span className="flex size-10 items-center justify-center rounded-full bg-brass-soft text-brass [&>svg]:size-5">
                {step.icon}
              </span>
              <span className="text-lg font-semibold">{step.title}</span>
              <span className="text-base text-ink-soft">{step.text}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
