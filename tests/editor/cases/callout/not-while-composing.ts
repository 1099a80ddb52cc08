import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A committed sign makes no callout',
  input: ['p !!|'],
  run: (editor) => {
    compose(editor, ' 热');
  },
  output: ['p !! 热|'],
} satisfies EditorCase;
