import { useCallback } from 'react';
import { useOptionalText, useT } from '../i18n/index.ts';
import { toasts } from '../ui/index.ts';
import { type Problem, toProblem } from './problems.ts';

export interface ProblemText {
  /** What happened. */
  readonly what: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do. */
  readonly advice: string;
  /** Technical, to copy. */
  readonly detail: string;
}

/** Words for an error, in the user's language: `const say = useProblemText(); say(error).what`. */
export const useProblemText = (): ((error: unknown) => ProblemText) => {
  const t = useT('errors');
  const optional = useOptionalText();
  return useCallback(
    (error) => {
      const problem: Problem = isProblem(error) ? error : toProblem(error);
      const { code, sub, detail } = problem;
      // A file's fault has its own words, or those of its family: `zip-overlap` → `zip`.
      const places =
        code === 'BAD_FILE' ? [`badFile.${sub}`, `badFile.${sub.split('-', 1)[0]}`] : [`rule.${sub}`];
      const special =
        sub === ''
          ? null
          : (places.map((key) => optional(`errors:${key}`)).find((text) => text !== null) ?? null);
      return {
        what: special ?? t(`${code}.what`),
        safe: t(`${code}.safe`),
        advice: t(`${code}.do`),
        detail,
      };
    },
    [t, optional],
  );
};

const isProblem = (value: unknown): value is Problem =>
  value !== null && typeof value === 'object' && 'code' in value && 'sub' in value && 'detail' in value;

/** Tells an error in a toast that stays until it is dismissed, with its detail to copy. */
export const useTellProblem = (): ((error: unknown) => void) => {
  const say = useProblemText();
  const t = useT('frame');
  return useCallback(
    (error) => {
      const text = say(error);
      toasts.show({
        tone: 'bad',
        text: `${text.what} ${text.safe} ${text.advice}`,
        detail: text.detail,
        action: { label: t('problem.copy'), run: () => void navigator.clipboard?.writeText(text.detail) },
      });
    },
    [say, t],
  );
};
