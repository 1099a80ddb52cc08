// One file per language, so that each language is one chunk. A new messages/fa/<namespace>.json needs no line here.
export const files = import.meta.glob<object>('../../../shared/i18n/messages/fa/*.json', {
  eager: true,
  import: 'default',
});
