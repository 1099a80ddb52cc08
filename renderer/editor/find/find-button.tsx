import { TextSearch } from 'lucide-react';
import { useSlateStatic } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { findRequests } from './find-request.ts';

/** Opens find and replace from the toolbar. */
export function FindButton() {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useT('writing');
  return (
    <IconButton
      size="sm"
      label={t('find.title')}
      keys="mod+f"
      onPress={() => findRequests.ask(editor, 'find')}
    >
      <TextSearch aria-hidden="true" />
    </IconButton>
  );
}
