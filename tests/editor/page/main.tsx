import '../../../renderer/ui/styles/ui.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  DraftOffer,
  DraftStatus,
  Outline,
  RichTextDiffView,
  RichTextEditor,
  RichTextView,
  TextPlaceProvider,
  WordCount,
} from '../../../renderer/editor/index.ts';
import { createI18n, isLanguage, LanguageProvider, loadBundle } from '../../../renderer/i18n/index.ts';
import { EMPTY_DOCUMENT, type RichText } from '../../../shared/richtext/document.ts';
import { blocksSample, tableSample } from './blocks-sample.ts';
import { longDocument, sample } from './sample.ts';

// ?lang=fa&theme=dark&doc=sample|blocks|empty|<number of blocks>|<rows>x<columns of a table>&view=1&tools=1
const query = new URLSearchParams(location.search);
const asked = query.get('lang');
const language = isLanguage(asked) ? asked : 'en';
const which = query.get('doc') ?? 'sample';
const first: RichText =
  which === 'blocks'
    ? blocksSample()
    : /^\d+x\d+$/u.test(which)
      ? tableSample(...(which.split('x').map(Number) as [number, number]))
      : which === 'sample'
        ? sample()
        : which === 'empty'
          ? EMPTY_DOCUMENT
          : longDocument(Number(which));
document.documentElement.lang = language;
document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
document.documentElement.dataset.theme = query.get('theme') ?? 'light';

declare global {
  interface Window {
    lastDocument: RichText;
    flushes: number;
    opened: string[];
    startedAt: number;
    /** What a page does when a document comes from elsewhere: another window, an import, a late answer of the store. */
    giveDocument: (document: RichText) => void;
  }
}
window.lastDocument = first;
window.flushes = 0;
window.opened = [];

const RECORDS = [
  { kind: 'person', id: '01890000-0000-7000-8000-00000000000a', title: 'Maryam Ahmadi' },
  { kind: 'case', id: '01890000-0000-7000-8000-00000000000b', title: 'Case 4711 — Northside' },
  { kind: 'note', id: '01890000-0000-7000-8000-00000000000c', title: 'صدای پمپ' },
  { kind: 'topic', id: '01890000-0000-7000-8000-00000000000d', title: 'Pumps' },
] as const;

async function searchRecords(text: string, kinds: readonly string[]) {
  await new Promise((resolve) => setTimeout(resolve, 30));
  return RECORDS.filter(
    (record) => kinds.includes(record.kind) && record.title.toLowerCase().includes(text.toLowerCase()),
  );
}

/** The sample after an afternoon's work: words changed, a block gone, one new, one moved. */
function edited(document: RichText): RichText {
  const [title, text, check, ...rest] = document.blocks;
  if (!title || !text || !check) return document;
  const changed = rest.map((block, at) =>
    at === 6 && block.type === 'paragraph'
      ? { ...block, children: [{ text: 'اگر پمپ صدا می‌دهد و نمی‌چرخد، اول برق را قطع کنید.' }] }
      : block,
  );
  const last = changed.splice(-1);
  return {
    version: 1,
    blocks: [
      { ...title, type: 'heading', level: 1, children: [{ text: 'When the pump sings but does not turn' }] },
      text,
      check,
      ...last,
      ...changed.slice(1),
      { id: 'new-block', type: 'paragraph', children: [{ text: 'Written this afternoon.' }] },
    ],
  };
}

function TryOut() {
  const [document, setDocument] = useState(first);
  window.giveDocument = setDocument;
  const change = (next: RichText) => {
    window.lastDocument = next;
    setDocument(next);
  };
  const open = (kind: string, id: string) => void window.opened.push(`${kind}:${id}`);
  return (
    <main
      className="measure"
      style={{ margin: '0 auto', padding: '1.5rem', background: 'var(--paper)', minHeight: '100vh' }}
    >
      <h1 className="sr-only">Editor</h1>
      {query.has('diff') ? (
        <RichTextDiffView before={first} after={edited(first)} />
      ) : query.has('view') ? (
        <RichTextView document={document} onOpenRecord={open} />
      ) : (
        <RichTextEditor
          document={document}
          onChange={change}
          onFlush={() => {
            window.flushes += 1;
          }}
          ariaLabel="Note"
          placeholder="Write what you would say…"
          searchRecords={searchRecords}
          onOpenRecord={open}
          hasFoot={query.has('tools')}
        />
      )}
      {query.has('tools') ? (
        <aside aria-label="Outline">
          <Outline />
        </aside>
      ) : null}
      {query.has('extras') ? (
        <>
          <DraftOffer
            offer={{
              document,
              savedAt: '2026-03-01T08:30:00.000Z',
              accept: () => undefined,
              dismiss: () => undefined,
            }}
          />
          <DraftStatus state="failed" onRetry={() => undefined} /> <WordCount document={document} />
        </>
      ) : null}
    </main>
  );
}

const root = document.getElementById('app');
if (root) {
  window.startedAt = performance.now();
  const i18n = createI18n(language, await loadBundle(language));
  createRoot(root).render(
    <LanguageProvider i18n={i18n} language={language} calendar={null}>
      <TextPlaceProvider>
        <TryOut />
      </TextPlaceProvider>
    </LanguageProvider>,
  );
}
