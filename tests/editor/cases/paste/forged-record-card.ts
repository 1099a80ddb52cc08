import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A card that names no record is a line of words',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p class="record" data-kind="case" data-id="1">Case 7</p><p class="record" data-kind="evil" data-id="01890000-0000-7000-8000-000000000001">Case 8</p>',
    );
  },
  output: ['p Case 7', 'p Case 8|'],
} satisfies EditorCase;
