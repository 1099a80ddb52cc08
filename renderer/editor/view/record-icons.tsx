import {
  BookOpen,
  Briefcase,
  Building2,
  CircleHelp,
  FileText,
  FolderTree,
  Handshake,
  type LucideIcon,
  MessageSquareReply,
  Speech,
  User,
} from 'lucide-react';
import type { RecordKind } from './records.ts';

/** The signs of the kinds a text can speak of. */
export const RECORD_ICONS: Readonly<Record<RecordKind, LucideIcon>> = {
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
};
