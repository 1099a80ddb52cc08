import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Tildes strike, equal signs highlight',
  input: ['p |'],
  run: (editor) => {
    type(editor, '~~old~~ ==new== ');
  },
  output: ['p {s:old} {h:new} |'],
} satisfies EditorCase;
