import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import { type Command, RecordIcon } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'questions',
    lazy: async () => ({ Component: (await import('./questions-page.tsx')).QuestionsPage }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./questions-page.tsx')).NoQuestionChosen }),
      },
      { path: ':id', lazy: async () => ({ Component: (await import('./question-page.tsx')).QuestionPage }) },
    ],
  },
  // An answer is read under its question.
  {
    path: 'answers/:id',
    lazy: async () => ({ Component: (await import('./answer-redirect.tsx')).AnswerRedirect }),
  },
];

export const commands: readonly Command[] = [
  {
    id: 'new-question',
    label: 'questions:ask',
    icon: createElement(RecordIcon, { kind: 'question' }),
    run: ({ go }) => go('/questions?new'),
  },
];
