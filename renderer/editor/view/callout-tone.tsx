import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { CALLOUT_TONES } from '../../../shared/richtext/block-parts.ts';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { Menu } from '../../ui/index.ts';
import { setBlockKind } from '../commands/blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useBlockWords, useEditorText } from '../editor-text.ts';
import { TONE_ICONS } from './blocks/callout-block.tsx';

/**
 * The name of a callout while one writes it: a menu of the other kinds. Left out of the tab order, where every callout
 * of a page would stand; by keyboard the kind is changed in the toolbar or after `/`.
 */
export function CalloutTone({ block }: { readonly block: BlockOf<'callout'> }) {
  const editor = useSlateStatic() as RichTextSlate;
  const words = useBlockWords();
  const t = useEditorText();
  return (
    <Menu
      label={words('name.callout')}
      placement="bottom start"
      trigger={
        <Button
          excludeFromTabOrder
          className="rt-callout-name"
          aria-label={t('calloutTools.change', { tone: words(`callout.${block.tone}`) })}
        >
          {TONE_ICONS[block.tone]}
          {words(`callout.${block.tone}`)}
          <ChevronDown aria-hidden="true" className="rt-callout-more" />
        </Button>
      }
      entries={CALLOUT_TONES.map((tone) => ({
        id: tone,
        label: words(`callout.${tone}`),
        icon: TONE_ICONS[tone],
        isSelected: tone === block.tone,
        onAction: () => {
          setBlockKind(editor, [block, ReactEditor.findPath(editor, block)], `callout-${tone}`);
          ReactEditor.focus(editor);
        },
      }))}
    />
  );
}
