// Puts the native menu in place.
import { Menu } from 'electron';
import type { MenuAction, MenuLocale } from '../../shared/contract/native.ts';
import { menuTemplate, wordsOf } from './menu-template.ts';

export function setMenu(locale: MenuLocale, send: (action: MenuAction) => void, developer: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(wordsOf(locale), send, developer)));
}
