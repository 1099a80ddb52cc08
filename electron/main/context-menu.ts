// Right click: cut, copy, paste. Electron has no menu of its own, and people expect one in every text field.
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { wordsOf } from './menu-template.ts';

export function addContextMenu(window: BrowserWindow, words: () => ReturnType<typeof wordsOf>): void {
  window.webContents.on('context-menu', (_event, at) => {
    const { edit } = words();
    const items: MenuItemConstructorOptions[] = [];
    if (at.isEditable) {
      items.push(
        { label: edit.undo, role: 'undo', enabled: at.editFlags.canUndo },
        { label: edit.redo, role: 'redo', enabled: at.editFlags.canRedo },
        { type: 'separator' },
        { label: edit.cut, role: 'cut', enabled: at.editFlags.canCut },
        { label: edit.copy, role: 'copy', enabled: at.editFlags.canCopy },
        { label: edit.paste, role: 'paste', enabled: at.editFlags.canPaste },
        { label: edit.pastePlain, role: 'pasteAndMatchStyle', enabled: at.editFlags.canPaste },
        { type: 'separator' },
        { label: edit.selectAll, role: 'selectAll' },
      );
    } else if (at.selectionText) {
      items.push({ label: edit.copy, role: 'copy' });
    }
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
