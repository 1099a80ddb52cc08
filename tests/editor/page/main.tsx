import '../../../renderer/ui/styles/ui.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { RichTextEditor, RichTextView } from '../../../renderer/editor/index.ts';
import { createI18n, isLanguage, LanguageProvider, loadBundle } from '../../../renderer/i18n/index.ts';
import { EMPTY_DOCUMENT, type RichText } from '../../../shared/richtext/document.ts';
import { longDocument, sample } from './sample.ts';

// ?lang=fa&theme=dark&doc=sample|empty|<number of blocks>&view=1
const query = new URLSearchParams(location.search);
const asked = query.get('lang');
const language = isLanguage(asked) ? asked : 'en';
const which = query.get('doc') ?? 'sample';
const first: RichText =
  which === 'sample' ? sample() : which === 'empty' ? EMPTY_DOCUMENT : longDocument(Number(which));
document.documentElement.dataset.theme = query.get('theme') ?? 'light';

declare global {
  interface Window {
    lastDocument: RichText;
    flushes: number;
    opened: string[];
    startedAt: number;
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

function TryOut() {
  const [document, setDocument] = useState(first);
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
      {query.has('view') ? (
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
        />
      )}
    </main>
  );
}

const root = document.getElementById('app');
if (root) {
  window.startedAt = performance.now();
  const i18n = createI18n(language, await loadBundle(language));
  createRoot(root).render(
    <LanguageProvider i18n={i18n} language={language} calendar={null}>
      <TryOut />
    </LanguageProvider>,
  );
}
