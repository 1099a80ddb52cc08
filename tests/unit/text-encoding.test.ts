import { describe, expect, it } from 'vitest';
import { decodeWhole, detectEncoding } from '../../electron/importers/text-encoding.ts';

// Text files of people whose programs never heard of UTF-8.

const pagesOf = (encoding: string): Map<string, number[]> => {
  const map = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  if (encoding !== 'gb18030') {
    for (let byte = 0; byte < 256; byte += 1) map.set(decoder.decode(Uint8Array.of(byte)), [byte]);
    return map;
  }
  for (let byte = 0; byte < 128; byte += 1) map.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0xa1; lead < 0xff; lead += 1)
    for (let trail = 0xa1; trail < 0xff; trail += 1)
      map.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return map;
};
function encode(text: string, encoding: string): Uint8Array {
  const page = pagesOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const bytes = page.get(sign);
      if (bytes === undefined) throw new Error(`${encoding} has no ${sign}`);
      return bytes;
    }),
  );
}

describe('old encodings', () => {
  it.each([
    ['windows-1256', '# سلام دنيا\n'],
    ['windows-1256', 'مرحبا'],
    ['windows-1256', 'وقتي صدا بلند شد شير را ببند و به سرپرست خبر بده.'],
    ['windows-874', 'น้ำ'],
    ['windows-874', '# ปั๊ม\n\nน้ำรั่วที่ซีล ให้ปิดวาล์วก่อน แล้วโทรหาหัวหน้ากะ'],
    ['gb18030', '水泵'],
    ['gb18030', '泵的机械密封漏水时，先看轴。'],
    ['windows-1252', 'café'],
    ['windows-1252', 'Überprüfung der Pumpe – fertig'],
  ])('%s: %s', (encoding, text) => {
    const bytes = encode(text, encoding);
    expect(detectEncoding(bytes, true)).toBe(encoding);
    expect(decodeWhole(bytes)).toEqual({ text, unread: 0 });
  });

  it('half a sign at the end of a beginning is the beginning of one', () => {
    const bytes = Buffer.from('پمپ').subarray(0, 5);
    expect(detectEncoding(bytes)).toBe('utf-8');
  });
});

describe('letters that cannot be read', () => {
  it('are counted, and those somebody else could not read are not', () => {
    const sound = 'پمپ آب را خاموش کن و به سرپرست خبر بده. '.repeat(5);
    const damaged = Buffer.concat([Buffer.from(`${sound}\ufffd `), Buffer.from([0xd9, 0x20, 0xff, 0x20])]);
    expect(decodeWhole(damaged)).toMatchObject({ unread: 2 });
    expect(decodeWhole(damaged).text).toContain('خبر بده');
    expect(decodeWhole(Buffer.from(`a\ufffdb`))).toEqual({ text: 'a\ufffdb', unread: 0 });
  });

  it('an encoding that is named is believed, unless it is none, or UTF-8, which shows itself', () => {
    const japanese = Uint8Array.of(0x83, 0x7c, 0x83, 0x93, 0x83, 0x76);
    expect(decodeWhole(japanese, 'Shift_JIS')).toEqual({ text: 'ポンプ', unread: 0 });
    expect(decodeWhole(Buffer.from('پمپ'), 'no-such')).toEqual({ text: 'پمپ', unread: 0 });
    expect(decodeWhole(encode('مرحبا بك في المكتبة', 'windows-1256'), 'utf-8').text).toContain('مرحبا');
    expect(decodeWhole(Buffer.from('a'), 'replacement').text).toBe('a');
  });
});
