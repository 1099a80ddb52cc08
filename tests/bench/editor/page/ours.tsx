import '../../../../renderer/ui/styles/ui.css';
import { useState } from 'react';
import { RichTextEditor } from '../../../../renderer/editor/index.ts';
import { createI18n, LanguageProvider, loadBundle } from '../../../../renderer/i18n/index.ts';
import type { RichText } from '../../../../shared/richtext/document.ts';
import { prepareStage } from './stage.ts';

// Our editor as a page of the app holds it: the document goes out at every change and comes back in.

function Ours({ note }: { readonly note: RichText }) {
  const [document, setDocument] = useState(note);
  return (
    <main className="measure">
      <RichTextEditor
        document={document}
        onChange={setDocument}
        autoFocus
        ariaLabel="Note"
        placeholder="Write"
        searchRecords={async () => []}
        onOpenRecord={() => undefined}
        resolveTitle={() => undefined}
      />
    </main>
  );
}

const i18n = createI18n('en', await loadBundle('en'));
await prepareStage((note) => (
  <LanguageProvider i18n={i18n} language="en" calendar={null}>
    <Ours note={note} />
  </LanguageProvider>
));
