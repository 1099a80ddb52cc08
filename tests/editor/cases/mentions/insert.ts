import { insertMention } from '../../../../renderer/editor/commands/insert.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A mention takes the place of what was typed to find it',
  input: ['p ask ‹@mar›'],
  run: (editor) => {
    insertMention(
      editor,
      { kind: 'person', id: '01890000-0000-7000-8000-000000000001', label: 'Maryam' },
      editor.selection ?? undefined,
    );
    type(editor, 'now');
  },
  output: ['p ask {@person Maryam} now|'],
} satisfies EditorCase;
