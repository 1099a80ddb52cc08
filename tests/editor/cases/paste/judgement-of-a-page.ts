import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A judgement of our own pages comes back',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<dl data-block="judgement"><div data-part="cue"><dt>Cue</dt><dd>hum</dd></div><div data-part="why"><dd>air</dd></div></dl>',
    );
  },
  output: ['judge hum ¦ · ¦ · ¦ air ¦ |'],
} satisfies EditorCase;
