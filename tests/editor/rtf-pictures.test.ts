// Pictures of a Word clipboard.
import { describe, expect, it } from 'vitest';
import { picturesInRtf } from '../../renderer/editor/paste/rtf-pictures.ts';

const PNG = '89504e470d0a1a0a0000';
const twins = (blip: string, hex: string): string =>
  String.raw`{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn a}{\sv b}}}\picscalex100\picscaley100\picw846\pich846` +
  `\\${blip}\\bliptag-12{\\*\\blipuid fffe00aa}` +
  `${hex.replace(/(.{8})/gu, '$1\r\n')}}}{\\nonshppict{\\pict\\wmetafile8\\picw1 0100090000}}`;

describe('pictures in RTF', () => {
  it('come out in order, once each, with their bytes', () => {
    const rtf = String.raw`{\rtf1 Before \{ ${twins('pngblip', PNG)} words ${twins('jpegblip', 'ffd8ffe0')}}`;
    const found = picturesInRtf(rtf);
    expect(found.map((one) => one?.mime)).toEqual(['image/png', 'image/jpeg']);
    expect(Buffer.from(found[0]?.bytes ?? []).toString('hex')).toBe(PNG);
    expect(Buffer.from(found[1]?.bytes ?? []).toString('hex')).toBe('ffd8ffe0');
  });

  it('that cannot be read keep their place', () => {
    const rtf = `{\\rtf1 ${twins('emfblip', '0102')}${twins('pngblip', '895')}${twins('pngblip', PNG)}}`;
    expect(picturesInRtf(rtf).map((one) => one?.mime ?? null)).toEqual([null, null, 'image/png']);
  });

  it.each([
    ['nothing', ''],
    ['no RTF at all', 'a { b \\'],
    ['a group that never ends', `{\\pict\\pngblip ${PNG}`],
    ['a picture without bytes', '{\\pict\\pngblip }'],
    ['only braces', '{'.repeat(50_000)],
  ])('survive %s', (_, rtf) => {
    expect(picturesInRtf(rtf).filter((one) => one !== null)).toEqual([]);
  });

  it('are read once through, however many there are', () => {
    const many = picturesInRtf(twins('pngblip', PNG).repeat(2_000));
    expect(many).toHaveLength(500);
  });
});
