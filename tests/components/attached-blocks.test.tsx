// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type AttachmentAccess,
  type AttachmentState,
  type RecordAccess,
  RichTextEditor,
  RichTextView,
} from '../../renderer/editor/index.ts';
import { createI18n, LanguageProvider, loadBundle } from '../../renderer/i18n/index.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';

const i18n = createI18n('en', await loadBundle('en'));
function PageParts({ children }: { readonly children: ReactNode }) {
  return (
    <LanguageProvider i18n={i18n} language="en" calendar={null}>
      {children}
    </LanguageProvider>
  );
}
// The bench has no layout to ask.
document.elementsFromPoint = () => [];
afterEach(cleanup);

const FILE = '01890000-0000-7000-8000-0000000000f1';
const CASE = '01890000-0000-7000-8000-0000000000c1';
const of = (...blocks: Block[]): RichText => ({ version: 2, blocks });
const picture = (more: Partial<Extract<Block, { type: 'image' }>> = {}): Block => ({
  id: 'block-1',
  type: 'image',
  attachmentId: FILE,
  name: 'pump.png',
  alt: 'The pump',
  pixels: { width: 1_000, height: 500 },
  children: [],
  ...more,
});
const card: Block = {
  id: 'block-1',
  type: 'record',
  kind: 'case',
  recordId: CASE as never,
  label: 'Leak',
  children: [],
};

const HERE: AttachmentState = {
  state: 'here',
  href: '/media/a.png',
  thumbHref: '/media/thumb/a.webp',
  mime: 'image/png',
  bytes: 4_200,
  pixels: { width: 1_000, height: 500 },
};
const files = (state: AttachmentState): AttachmentAccess => ({ resolveAttachment: () => state });

const read = (document: RichText, attachments?: AttachmentAccess, records: RecordAccess = {}) =>
  render(
    <PageParts>
      <RichTextView document={document} attachments={attachments} {...records} />
    </PageParts>,
  );

describe('a picture to read', () => {
  it('keeps its room, offers both sizes and opens large by keyboard', async () => {
    read(of(picture({ width: 40 })), files(HERE));
    const image = screen.getByRole('img', { name: 'The pump' });
    expect(image.getAttribute('width')).toBe('1000');
    expect(image.getAttribute('srcset')).toContain('/media/thumb/a.webp 480w');
    expect(image.getAttribute('src')).toBe('/media/a.png');
    const room = image.closest<HTMLElement>('.rt-picture');
    expect(room?.style.aspectRatio).toBe('1000 / 500');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'pump.png' });
    expect(within(dialog).getByRole('img').getAttribute('src')).toBe('/media/a.png');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is tried whole when the small version is lost, and is missing when that fails too', () => {
    read(of(picture()), files(HERE));
    const image = () => screen.getByRole('img', { name: 'The pump' });
    act(() => void image().dispatchEvent(new Event('error')));
    expect(image().getAttribute('srcset')).toBeNull();
    act(() => void image().dispatchEvent(new Event('error')));
    expect(screen.getByText(/pump\.png/).textContent).toBe('The picture “pump.png” is missing');
  });

  it.each([
    [
      'says that it is missing, by its name',
      { state: 'missing' } as const,
      'The picture “pump.png” is missing',
    ],
    [
      'is a file to have when its bytes are no picture',
      { ...HERE, mime: 'application/octet-stream', pixels: undefined },
      'pump.png',
    ],
  ])('%s', (_name, state, words) => {
    read(of(picture()), files(state as AttachmentState));
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is its description where there is no library', () => {
    read(of(picture()));
    expect(screen.getByRole('img', { name: 'The pump' }).textContent).toBe('The pump');
  });

  it('says nothing about a caption nobody wrote', () => {
    read(of(picture()), files(HERE));
    expect(document.querySelector('figcaption')).toBeNull();
  });
});

describe('a file and a sound to read', () => {
  it('are named, measured and to be had under their name', () => {
    const name = '../../etc/<b>پمپ</b>.html';
    read(
      of({ id: 'block-1', type: 'file', attachmentId: FILE, name, bytes: 1, children: [] }),
      files({ ...HERE, mime: 'text/plain', pixels: undefined, href: '/media/a.txt' }),
    );
    const link = screen.getByRole('link');
    expect(link.getAttribute('download')).toBe(name);
    expect(link.getAttribute('href')).toBe('/media/a.txt');
    expect(document.querySelector('b')).toBeNull();
    expect(screen.getByText('4.2 kB')).toBeTruthy();
  });

  it('play with the platform’s own player, and only what is a sound', () => {
    const sound: Block = { id: 'block-1', type: 'audio', attachmentId: FILE, name: 'hum.wav', children: [] };
    const shown = read(of(sound), files({ ...HERE, mime: 'audio/wav', pixels: undefined }));
    expect(shown.container.querySelector('audio')?.getAttribute('aria-label')).toBe('Player for hum.wav');
    shown.unmount();
    const refused = read(of(sound), files({ ...HERE, mime: 'text/plain', pixels: undefined }));
    expect(refused.container.querySelector('audio')).toBeNull();
  });
});

describe('a record card', () => {
  it('has the name of today and a line about it, and opens', async () => {
    const onOpenRecord = vi.fn();
    read(of(card), undefined, {
      onOpenRecord,
      resolveRecord: () => ({ title: 'Leak at the mill', line: 'open', isBinned: false }),
    });
    const button = screen.getByRole('button', { name: /Leak at the mill/ });
    expect(button.textContent).toContain('Case');
    expect(button.textContent).toContain('open');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onOpenRecord).toHaveBeenCalledWith('case', CASE);
  });

  it('says that a record is not here, and leads nowhere', () => {
    read(of(card), undefined, { onOpenRecord: vi.fn(), resolveRecord: () => null });
    expect(screen.getByText('“Leak” is not here')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that a record is in the bin', () => {
    read(of(card), undefined, { resolveRecord: () => ({ title: 'Leak', line: '', isBinned: true }) });
    expect(screen.getByText('In the bin')).toBeTruthy();
  });

  it('is its label while nobody knows more', () => {
    read(of(card), undefined, { resolveRecord: () => undefined });
    expect(screen.getByText('Leak')).toBeTruthy();
  });
});

describe('a picture while writing', () => {
  const write = (document: RichText, attachments: AttachmentAccess) => {
    const given: RichText[] = [];
    render(
      <PageParts>
        <RichTextEditor
          document={document}
          onChange={(next) => void given.push(next)}
          ariaLabel="Text"
          attachments={attachments}
        />
      </PageParts>,
    );
    return given;
  };

  it('reminds of a missing description, and keeps the one that is written', async () => {
    const given = write(of(picture({ alt: '' })), files(HERE));
    await userEvent.click(screen.getByRole('button', { name: 'Describe the picture' }));
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Description of the picture' }),
      'From the side',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
    expect(given.at(-1)?.blocks[0]).toMatchObject({ alt: 'From the side' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Change the description' })).toBeTruthy());
  });

  it('is made wider and narrower by keys, in the direction one reads', async () => {
    const given = write(of(picture({ width: 50 })), files(HERE));
    const edge = screen.getByRole('slider', { name: 'Width of the picture' });
    act(() => edge.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(given.at(-1)?.blocks[0]).toMatchObject({ width: 55 });
    await userEvent.keyboard('{Home}');
    expect(given.at(-1)?.blocks[0]).toMatchObject({ width: 10 });
    await userEvent.keyboard('{ArrowLeft}');
    expect(given.at(-1)?.blocks[0]).toMatchObject({ width: 10 });
    await userEvent.keyboard('{End}');
    // As wide as the text is as wide as it is.
    expect(given.at(-1)?.blocks[0]).not.toHaveProperty('width');
    expect(edge.getAttribute('aria-valuetext')).toContain('%');
  });

  it('offers files only where they can be kept', () => {
    write(of(picture()), files(HERE));
    expect(document.querySelector('input[type="file"]')).not.toBeNull();
    expect(document.querySelector('[role="alert"]')).toBeNull();
  });
});
