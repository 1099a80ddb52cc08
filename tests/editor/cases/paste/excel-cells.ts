import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Cells of Excel are a table with its numbers at the end',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<table><!--StartFragment--><col width=64><tr><td class=xl65 style="font-weight:700">Part<td class=xl65 style="font-weight:700">Nm<tr><td>Bolt<td align=right>48<!--EndFragment--></table>',
    );
  },
  output: ['table.header Part ¦ Nm // Bolt ¦ (end) 48|'],
} satisfies EditorCase;
