// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Problem } from '../../renderer/client/problems.ts';
import { openFakeLibrary } from '../support/fake-library.ts';
import { show } from '../support/page.tsx';

beforeAll(() => void openFakeLibrary());
afterEach(cleanup);

const say = async (problem: Partial<Problem>, language: 'en' | 'fa' = 'en'): Promise<string> => {
  const { useProblemText } = await import('../../renderer/client/index.ts');
  function Told() {
    const text = useProblemText()({ code: 'UNKNOWN', sub: '', data: null, detail: 'stack', ...problem });
    return <output>{`${text.what} / ${text.safe} / ${text.advice}`}</output>;
  }
  await show(<Told />, { language });
  const words = (await screen.findByRole('status')).textContent ?? '';
  cleanup();
  return words;
};

it('errors say what happened, what is safe and what to do', async () => {
  expect(await say({ code: 'DISK_FULL' })).toMatch(/disk is full.*text is kept here.*Free some space/i);
  expect(await say({ code: 'LOCKED' }, 'fa')).toMatch(/هیرلوم دیگری باز است/);
});

it('rules and bad files are told exactly where there are words, by family else, plainly at last', async () => {
  expect(await say({ code: 'RULE', sub: 'topic-circle' })).toMatch(/^A topic cannot stand under itself/);
  expect(await say({ code: 'RULE', sub: 'never-heard-of' })).toMatch(/^That does not fit the rules/);
  expect(await say({ code: 'BAD_FILE', sub: 'empty' })).toMatch(/^This file is empty/);
  expect(await say({ code: 'BAD_FILE', sub: 'zip-overlap' })).toMatch(/not put together in a safe way/);
  expect(await say({ code: 'BAD_FILE', sub: 'moon' })).toMatch(/^This file is not what it should be/);
});
