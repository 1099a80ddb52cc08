import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A card of our own pages comes back',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p class="record" data-kind="case" data-id="01890000-0000-7000-8000-000000000001">Case 7</p><p>x</p>',
    );
  },
  output: ['card.case Case 7', 'p x|'],
} satisfies EditorCase;
