import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'A match that ends inside a link leaves the rest of the link a link',
  input: ['p see {a https://x.org:the pump} now|'],
  run: (editor) => {
    replaceAll(editor, 'see the', 'mind the');
  },
  output: ['p mind the{a https://x.org: pump} now|'],
} satisfies EditorCase;
