import { describe, expect, it } from 'vitest';
import {
  externalAddress,
  isOurs,
  mayDownload,
  mayNavigate,
  mayRequest,
  maySend,
  mayUse,
  safeFileName,
} from '../../electron/main/policy.ts';

describe('where the page may go', () => {
  it.each(['app://heirloom/', 'app://heirloom/index.html', 'app://heirloom/index.html#/notes/1'])(
    'goes to %s',
    (url) => {
      expect(mayNavigate(url)).toBe(true);
    },
  );

  it.each([
    'https://example.org/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'app://other/index.html',
    'app://heirloom.example.org/index.html',
    'app://heirloom@example.org/index.html',
    'app://user:word@heirloom/index.html',
    'app://heirloom:81/index.html',
    'apps://heirloom/index.html',
    'app://heirloom/media/x.svg',
    'app://heirloom/../../etc/passwd',
    'app://heirloom/index.html/x',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:app://heirloom/123',
    'about:blank',
    'chrome://settings',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://heirloom/index.html',
    'https://example.org/app://heirloom/index.html',
    '',
    'not an address',
    'app:heirloom',
  ])('does not go to %s', (url) => {
    expect(mayNavigate(url)).toBe(false);
  });
});

describe('what the page may load', () => {
  it.each([
    ['app://heirloom/assets/a.js', true],
    ['blob:app://heirloom/6e1f', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['blob:https://example.org/6e1f', false],
    ['blob:null/6e1f', false],
    ['https://example.org/a.js', false],
    ['http://127.0.0.1:1/x', false],
    ['ws://127.0.0.1:1/x', false],
    ['file:///etc/passwd', false],
    ['data:text/javascript,1', false],
    ['app://evil/a.js', false],
    ['', false],
  ])('%s → %s', (url, allowed) => {
    expect(mayRequest(url)).toBe(allowed);
    expect(mayDownload(url)).toBe(allowed);
  });
});

describe('what is handed to the operating system', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'https://xn--mgbh0fb.example/',
    'mailto:ada@example.org',
    'mailto:ada@example.org?subject=Pump%207',
  ])('opens %s', (raw) => {
    expect(externalAddress(raw)).toBe(raw);
  });

  it.each([
    'http://example.org/',
    'file:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'ms-msdt:/id PCWDiagnostic',
    'smb://host/share',
    'vscode://file/etc/passwd',
    'app://heirloom/index.html',
    'https://bank.example@evil.example/',
    'https://user:word@example.org/',
    'https:///',
    'mailto:',
    'mailto:ada@example.org?attach=/etc/passwd',
    'mailto:ada@example.org?ATTACHMENT=/etc/passwd',
    'java\nscript:alert(1)',
    'https://example.org/\u0000x',
    `https://example.org/${'x'.repeat(2100)}`,
    '//example.org',
    'example.org',
    '',
  ])('refuses %s', (raw) => {
    expect(externalAddress(raw)).toBeNull();
  });
});

describe('who may speak to the main process', () => {
  it.each([
    [{ url: 'app://heirloom/index.html#/x', isMainFrame: true }, true],
    [{ url: 'app://heirloom/index.html', isMainFrame: false }, false],
    [{ url: 'https://example.org/', isMainFrame: true }, false],
    [{ url: 'app://heirloom.example/', isMainFrame: true }, false],
    [{ url: '', isMainFrame: true }, false],
    [null, false],
  ])('%j → %s', (frame, allowed) => {
    expect(maySend(frame)).toBe(allowed);
  });
});

describe('permissions', () => {
  const ours = { url: 'app://heirloom/', isMainFrame: true, mediaTypes: [], recording: false } as const;

  it('lets the page copy text', () => {
    expect(mayUse({ ...ours, permission: 'clipboard-sanitized-write' })).toBe(true);
  });

  it('lends the microphone only while a recording runs, and never a camera with it', () => {
    const media = { ...ours, permission: 'media' };
    expect(mayUse({ ...media, mediaTypes: ['audio'], recording: true })).toBe(true);
    expect(mayUse({ ...media, mediaTypes: ['audio'], recording: false })).toBe(false);
    expect(mayUse({ ...media, mediaTypes: ['audio', 'video'], recording: true })).toBe(false);
    expect(mayUse({ ...media, mediaTypes: ['video'], recording: true })).toBe(false);
    expect(mayUse({ ...media, mediaTypes: [], recording: true })).toBe(false);
  });

  it.each([
    'geolocation',
    'notifications',
    'clipboard-read',
    'display-capture',
    'fullscreen',
    'hid',
    'idle-detection',
    'midi',
    'midiSysex',
    'openExternal',
    'pointerLock',
    'serial',
    'usb',
    'storage-access',
    'window-management',
    'fileSystem',
    'something-invented-tomorrow',
  ])('refuses %s even to our own page', (permission) => {
    expect(mayUse({ ...ours, permission, mediaTypes: ['audio'], recording: true })).toBe(false);
  });

  it('refuses everything to frames and foreign pages', () => {
    const wish = { permission: 'clipboard-sanitized-write', mediaTypes: [], recording: true };
    expect(mayUse({ ...wish, url: 'app://heirloom/', isMainFrame: false })).toBe(false);
    expect(mayUse({ ...wish, url: 'https://example.org/', isMainFrame: true })).toBe(false);
  });
});

describe('suggested file names', () => {
  it.each([
    ['Pump 7 – Handover.heirloom', 'Pump 7 – Handover.heirloom'],
    ['راهنمای پمپ.heirloom', 'راهنمای پمپ.heirloom'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\calc.exe', 'C Windows calc.exe'],
    ['a\u0000b\nc', 'a b c'],
    ['report\u202Efdp.exe', 'report fdp.exe'],
    ['  .hidden. ', 'hidden'],
    ['CON', 'heirloom'],
    ['com1.txt', 'heirloom'],
    ['', 'heirloom'],
    ['...', 'heirloom'],
  ])('%j → %j', (raw, expected) => {
    expect(safeFileName(raw)).toBe(expected);
  });

  it('keeps the ending of a long name', () => {
    const name = safeFileName(`${'คู่มือ'.repeat(60)}.heirloom`);
    expect([...name].length).toBeLessThanOrEqual(120);
    expect(name.endsWith('.heirloom')).toBe(true);
  });

  it('never parses its own page as foreign or a foreign one as its own', () => {
    expect(isOurs('APP://HEIRLOOM/index.html')).toBe(false);
    expect(isOurs('app://heirloom')).toBe(true);
  });
});
