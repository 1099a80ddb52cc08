import {
  BookOpen,
  Briefcase,
  CircleHelp,
  FileText,
  FolderTree,
  House,
  type LucideIcon,
  Package,
  Speech,
  Users,
} from 'lucide-react';
import type { KeyOf } from '../../shared/i18n/keys.ts';

export interface Place {
  readonly id: string;
  readonly path: string;
  readonly label: KeyOf<'frame'>;
  readonly icon: LucideIcon;
}

/** What the rail shows, top to bottom. Alt + 1 to 9 goes there. */
export const PLACES: readonly Place[] = [
  { id: 'home', path: '/', label: 'nav.home', icon: House },
  { id: 'sessions', path: '/sessions', label: 'nav.sessions', icon: Speech },
  { id: 'notes', path: '/notes', label: 'nav.notes', icon: FileText },
  { id: 'questions', path: '/questions', label: 'nav.questions', icon: CircleHelp },
  { id: 'cases', path: '/cases', label: 'nav.cases', icon: Briefcase },
  { id: 'playbooks', path: '/playbooks', label: 'nav.playbooks', icon: BookOpen },
  { id: 'people', path: '/people', label: 'nav.people', icon: Users },
  { id: 'topics', path: '/topics', label: 'nav.topics', icon: FolderTree },
  { id: 'packages', path: '/packages', label: 'nav.packages', icon: Package },
];
