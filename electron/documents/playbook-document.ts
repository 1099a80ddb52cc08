import type { Playbook } from '../../shared/domain/playbook.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { lowestVersion } from '../../shared/richtext/document.ts';

/**
 * A playbook as one text: sections as headings, steps as headings below them with their own words, what a step shows as
 * a card. Blocks are numbered: steps are texts of their own, in which one id may stand twice.
 */
export function playbookDocument(playbook: Playbook): RichText {
  const blocks: Block[] = [];
  const heading = (level: 1 | 2, text: string): void => {
    if (text !== '') blocks.push({ id: '', type: 'heading', level, children: [{ text }] });
  };
  if (playbook.summary !== '')
    blocks.push({ id: '', type: 'paragraph', children: [{ text: playbook.summary }] });
  playbook.prerequisites.forEach((text) => {
    if (text !== '')
      blocks.push({
        id: '',
        type: 'list-item',
        style: 'check',
        depth: 0,
        children: [{ text }],
      });
  });
  for (const section of playbook.sections) {
    heading(1, section.title);
    for (const step of section.steps) {
      heading(2, step.title);
      // Below the heading of the step.
      for (const block of step.document.blocks)
        blocks.push(block.type === 'heading' ? { ...block, level: 3 } : block);
      if (step.reference !== null) {
        const { kind, id, title } = step.reference;
        blocks.push({
          id: '',
          type: 'record',
          kind,
          recordId: id,
          label: title,
          children: [],
        });
      }
    }
  }
  return {
    version: lowestVersion(blocks),
    blocks: blocks.map((block, at) => ({ ...block, id: `part-${at + 1}` })),
  };
}
