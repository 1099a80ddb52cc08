import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'The name of a mention is not the writer’s text: it stays',
  input: ['p Ask {@person Maryam} and Maryam|'],
  run: (editor) => {
    replaceAll(editor, 'maryam', 'her');
  },
  output: ['p Ask {@person Maryam} and her|'],
} satisfies EditorCase;
