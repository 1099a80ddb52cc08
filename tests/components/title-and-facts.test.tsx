// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FactsLine } from '../../renderer/ui/one-line.tsx';
import { openFakeLibrary } from '../support/fake-library.ts';
import { giveSizes, show } from '../support/page.tsx';

beforeAll(() => {
  giveSizes();
  openFakeLibrary();
});
afterEach(cleanup);

async function titled(rest: ReactNode): Promise<HTMLElement> {
  const { TitleField } = await import('../../renderer/widgets/title-field.tsx');
  await show(
    <main>
      <textarea aria-label="Before" />
      <TitleField label="Title" value="Pump" onChange={() => {}} />
      {rest}
    </main>,
  );
  const title = screen.getByRole('textbox', { name: 'Title' });
  await userEvent.click(title);
  return title;
}

describe('the title of a page', () => {
  it('hands over to the text with Enter, past what cannot be written in', async () => {
    await titled(
      <>
        <textarea aria-label="Read only" readOnly />
        <textarea aria-label="Off" disabled />
        <textarea aria-label="Text" />
        <textarea aria-label="After" />
      </>,
    );
    await userEvent.keyboard('{Enter}It hums');
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveProperty('value', 'It hums');
  });

  it('only lets go with Escape, and with Enter where nothing follows', async () => {
    const title = await titled(null);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(document.body);
    await userEvent.click(title);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(document.body);
  });
});

describe('facts on one line', () => {
  it('keep each its own direction, and leave out what is empty', async () => {
    const { container } = await show(<FactsLine facts={['HC-200', '', '۲۸ آبان ۱۴۰۵']} />);
    const facts = [...container.querySelectorAll('bdi')].map((fact) => fact.textContent);
    expect(facts).toEqual(['HC-200', '۲۸ آبان ۱۴۰۵']);
    expect(container.textContent).toContain('HC-200 · ۲۸ آبان ۱۴۰۵');
  });
});
