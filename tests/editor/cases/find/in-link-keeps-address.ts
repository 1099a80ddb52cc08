import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Words of a link are replaced, its address stays',
  input: ['p see {a https://x.org:the pump} now|'],
  run: (editor) => {
    replaceAll(editor, 'pump', 'valve');
  },
  output: ['p see {a https://x.org:the valve} now|'],
} satisfies EditorCase;
