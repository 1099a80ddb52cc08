// Names of the channels between preload and main: the whole list of what can be asked, in one place.
export const NATIVE = {
  port: 'heirloom:port',
  command: 'heirloom:command',
  pickFolder: 'heirloom:pick-folder',
  pickFile: 'heirloom:pick-file',
  pickSaveFile: 'heirloom:pick-save-file',
  savePdf: 'heirloom:save-pdf',
  revealLibraryFolder: 'heirloom:reveal-library-folder',
  openExternal: 'heirloom:open-external',
  setLanguage: 'heirloom:set-language',
  closeReady: 'heirloom:close-ready',
} as const;
