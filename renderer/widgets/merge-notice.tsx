import type { Block, RichText } from '../../shared/richtext/document.ts';
import type { MergeChoice, MergeConflict } from '../../shared/richtext/merge.ts';
import { RichTextDiffView } from '../editor/index.ts';
import { useT } from '../i18n/index.ts';
import { Banner, Button } from '../ui/index.ts';

const only = (block: Block | undefined): RichText => ({ version: 2, blocks: block ? [block] : [] });

/**
 * Two windows changed the same paragraphs. Both versions stand in the text and are saved; here they stand beside each
 * other to choose from, and choosing can be undone in the text.
 */
export function MergeNotice({
  document,
  conflicts,
  onSettle,
}: {
  readonly document: RichText;
  readonly conflicts: readonly MergeConflict[];
  readonly onSettle: (conflict: MergeConflict, choice: MergeChoice) => void;
}) {
  const t = useT('history');
  if (conflicts.length === 0) return null;
  const at = (id: string): number => document.blocks.findIndex((block) => block.id === id) + 1;
  return (
    <section
      aria-label={t('conflict.title', { count: conflicts.length })}
      className="mb-5 flex flex-col gap-3"
    >
      <Banner tone="warn" title={t('conflict.title', { count: conflicts.length })}>
        {t('conflict.text')}
      </Banner>
      {conflicts.map((conflict) => (
        <div
          key={`${conflict.id} ${conflict.copyId}`}
          role="group"
          aria-label={t('conflict.at', { at: at(conflict.id), total: document.blocks.length })}
          className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-3 shadow-card"
        >
          <p className="text-xs font-semibold text-ink-soft">
            {t('conflict.at', { at: at(conflict.id), total: document.blocks.length })}
          </p>
          <RichTextDiffView
            // Both sides under one id, so that their words are compared.
            before={only(conflict.mine)}
            after={only(conflict.theirs)}
            isEqual
            layout="beside"
            sides={{ before: t('conflict.mine'), after: t('conflict.theirs') }}
          />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onPress={() => onSettle(conflict, 'mine')}>
              {t('conflict.keepMine')}
            </Button>
            <Button size="sm" onPress={() => onSettle(conflict, 'theirs')}>
              {t('conflict.keepTheirs')}
            </Button>
            {conflict.copyId === null ? null : (
              <Button size="sm" tone="quiet" onPress={() => onSettle(conflict, 'both')}>
                {t('conflict.keepBoth')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </section>
  );
}
