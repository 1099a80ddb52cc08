// One file per language, so that each language is one chunk. A new messages/fa/<namespace>.json needs no line here; the
// ones left out are for other places (the build, the command line, the native menu, the offline reader).
export const files = import.meta.glob<object>(
  [
    '../../../shared/i18n/messages/fa/*.json',
    '!**/aria.json',
    '!**/cli.json',
    '!**/menu.json',
    '!**/reader.json',
  ],
  { eager: true, import: 'default' },
);
