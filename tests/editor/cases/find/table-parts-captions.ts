import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Cells, parts and captions are searched',
  input: [
    'table.header pump ¦ a // b ¦ pump',
    'judge pump ¦ x ¦ y ¦ z ¦ pump',
    'img p.png ¦ alt ¦ pump',
    'p end|',
  ],
  run: (editor) => {
    replaceAll(editor, 'pump', 'valve');
  },
  output: [
    'table.header valve ¦ a // b ¦ valve',
    'judge valve ¦ x ¦ y ¦ z ¦ valve',
    'img p.png ¦ alt ¦ valve',
    'p end|',
  ],
} satisfies EditorCase;
