// What the native menu holds, in the user's language. Items either have a role (the system does the work) or send an action to
// the page. Only types of Electron here, so that tests can read the menu without it.
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction, MenuLocale } from '../../shared/contract/native.ts';
import en from '../../shared/i18n/messages/en/menu.json' with { type: 'json' };
import fa from '../../shared/i18n/messages/fa/menu.json' with { type: 'json' };
import th from '../../shared/i18n/messages/th/menu.json' with { type: 'json' };
import zh from '../../shared/i18n/messages/zh/menu.json' with { type: 'json' };

export type Words = typeof en;
const WORDS: Readonly<Record<MenuLocale, Words>> = { en, fa, zh, th };

/** The menu's language for a system language tag such as `fa-IR`; English when we have none. */
export function menuLocaleOf(tag: string): MenuLocale {
  const first = tag.toLowerCase().split(/[-_]/, 1)[0];
  return first === 'fa' || first === 'zh' || first === 'th' ? first : 'en';
}

export function wordsOf(locale: MenuLocale): Words {
  return WORDS[locale];
}

/** Every label comes from the catalogue, every action is one the page knows. */
export function menuTemplate(
  words: Words,
  send: (action: MenuAction) => void,
  developer: boolean,
  platform: string = process.platform,
): MenuItemConstructorOptions[] {
  const act = (label: string, action: MenuAction, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(action),
    ...(accelerator ? { accelerator } : {}),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const mac = platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file.title,
      submenu: [
        act(words.file.newNote, 'new-note', 'CmdOrCtrl+N'),
        act(words.file.quickCapture, 'quick-capture', 'CmdOrCtrl+Shift+N'),
        act(words.file.newQuestion, 'new-question'),
        act(words.file.newSession, 'new-session'),
        line,
        act(words.file.openLibrary, 'open-library', 'CmdOrCtrl+O'),
        line,
        act(words.file.import, 'import', 'CmdOrCtrl+I'),
        act(words.file.export, 'export', 'CmdOrCtrl+E'),
        line,
        act(words.file.settings, 'settings', 'CmdOrCtrl+,'),
        line,
        { label: words.file.quit, role: 'quit' },
      ],
    },
    {
      label: words.edit.title,
      submenu: [
        { label: words.edit.undo, role: 'undo' },
        { label: words.edit.redo, role: 'redo' },
        line,
        { label: words.edit.cut, role: 'cut' },
        { label: words.edit.copy, role: 'copy' },
        { label: words.edit.paste, role: 'paste' },
        { label: words.edit.pastePlain, role: 'pasteAndMatchStyle' },
        { label: words.edit.selectAll, role: 'selectAll' },
        line,
        act(words.edit.find, 'search', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: words.view.title,
      submenu: [
        act(words.view.palette, 'command-palette', 'CmdOrCtrl+K'),
        act(words.view.sidePanel, 'toggle-side-panel'),
        act(words.view.back, 'back'),
        act(words.view.forward, 'forward'),
        line,
        { label: words.view.zoomIn, role: 'zoomIn' },
        { label: words.view.zoomOut, role: 'zoomOut' },
        { label: words.view.zoomReset, role: 'resetZoom' },
        { label: words.view.fullScreen, role: 'togglefullscreen' },
        ...(developer ? [line, { label: words.view.developer, role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: words.help.title, role: 'help', submenu: [act(words.help.open, 'help', 'F1')] },
  ];
  return mac ? [{ label: 'Heirloom', role: 'appMenu' }, ...template] : template;
}
