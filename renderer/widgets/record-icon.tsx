import { Link2, type LucideIcon, Mic, Paperclip, ShieldCheck, ThumbsUp } from 'lucide-react';
import type { RecordKind } from '../../shared/domain/record.ts';
// Not through the room's face: icons stand on the first screen, and Slate must not come with them.
import { RECORD_ICONS } from '../editor/view/record-icons.tsx';

const ICONS: Readonly<Record<RecordKind, LucideIcon>> = {
  ...RECORD_ICONS,
  recording: Mic,
  review: ShieldCheck,
  feedback: ThumbsUp,
  link: Link2,
  attachment: Paperclip,
};

/** The sign of a kind, the same everywhere. Decoration: the kind is said in words beside it or in a label. */
export function RecordIcon({ kind, className }: { readonly kind: RecordKind; readonly className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" className={className ?? 'size-4 shrink-0'} />;
}
