import {
  BookOpen,
  Briefcase,
  Building2,
  CircleHelp,
  FileText,
  FolderTree,
  Handshake,
  Link2,
  type LucideIcon,
  MessageSquareReply,
  Mic,
  Paperclip,
  ShieldCheck,
  Speech,
  ThumbsUp,
  User,
} from 'lucide-react';
import type { RecordKind } from '../../shared/domain/record.ts';

const ICONS: Readonly<Record<RecordKind, LucideIcon>> = {
  note: FileText,
  question: CircleHelp,
  answer: MessageSquareReply,
  case: Briefcase,
  playbook: BookOpen,
  session: Speech,
  mentorship: Handshake,
  person: User,
  topic: FolderTree,
  customer: Building2,
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
