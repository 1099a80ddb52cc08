// One file per language, so that each language is one chunk. A new messages/th/<namespace>.json needs no line here.
export const files = import.meta.glob<object>('../../../shared/i18n/messages/th/*.json', {
  eager: true,
  import: 'default',
});
