import { describe, expect, it } from 'vitest';
import { DateEvidence, looksLikeDate, toIsoDate } from '../../electron/importers/case-dates.ts';
import { sourceOf } from '../../electron/importers/case-preview.ts';
import { guessLanguage } from '../../electron/importers/guess-language.ts';
import { guessMapping } from '../../electron/importers/guess-mapping.ts';
import { csvCell, rejectionReport } from '../../electron/importers/report-file.ts';
import { detectEncoding } from '../../electron/importers/text-encoding.ts';

describe('dates', () => {
  it.each([
    ['2011-03-05', '2011-03-05'],
    ['2011/3/5', '2011-03-05'],
    ['2020-02-19 01:54:52', '2020-02-19T01:54:52'],
    ['2021-11-22T16:58:45Z', '2021-11-22T16:58:45.000Z'],
    ['2025-01-10T08:10:00.000+0330', '2025-01-10T04:40:00.000Z'],
    ['5 Mar 2011', '2011-03-05'],
    ['March 5, 2011', '2011-03-05'],
    ['05.03.2011', '2011-03-05'],
    ['05/05/2011', '2011-05-05'],
    ['2023年5月6日', '2023-05-06'],
    ['1403/01/01', '2024-03-20'],
    ['۱۴۰۲/۱۲/۲۹', '2024-03-19'],
    ['2567-01-15', '2024-01-15'],
    ['N/A', ''],
  ])('%s', (written, iso) => {
    expect(toIsoDate(written, 'unknown')).toBe(iso);
  });

  it.each(['03/04/2011', '2011-02-30', '31/02/2025', '1403/12/31', '12 February', 'soon', '2011-13-01'])(
    'leaves %s as it was written',
    (written) => {
      expect(toIsoDate(written, 'unknown')).toBe(written);
    },
  );

  it('decides between day and month for the whole column', () => {
    const order = (...values: string[]) => {
      const evidence = new DateEvidence();
      for (const value of values) evidence.look(value);
      return evidence.order;
    };
    expect(order('03/04/2011', '13/07/2012')).toBe('day-first');
    expect(order('03/04/2011', '07/13/2012')).toBe('month-first');
    expect(order('03/04/2011', '05/06/2012')).toBe('unknown');
    expect(order('13/04/2011', '04/13/2011')).toBe('unknown');
    expect(toIsoDate('13/07/2012 14:39:00', 'day-first')).toBe('2012-07-13T14:39:00');
    expect(toIsoDate('3/4/2011 2:05 PM', 'month-first')).toBe('2011-03-04T14:05:00');
  });

  it('knows a date from other numbers', () => {
    expect(looksLikeDate('2004-07-01')).toBe(true);
    expect(looksLikeDate('1400023894234')).toBe(false);
    expect(looksLikeDate('')).toBe(false);
  });
});

describe('languages', () => {
  it.each([
    ['The pump was leaking and the seal is worn', 'en'],
    ["BUCKET WON'T OPEN", ''],
    ['تلمبه آب را می‌گیرد و ول می‌کند', 'fa'],
    ['المضخة تسرب الزيت بعد الصيانة', 'ar'],
    ['氮气下午掉压，密封罐报警 PT-100', 'zh'],
    ['ポンプの軸受けから音がする', 'ja'],
    ['ปั๊มน้ำรั่วหลังเปลี่ยนซีล', 'th'],
    ['12345', ''],
    ['', ''],
  ])('%s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });
});

describe('encodings', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  it('trusts marks and valid UTF-8', () => {
    expect(detectEncoding(new TextEncoder().encode('شماره,标题'))).toBe('utf-8');
    expect(detectEncoding(bytes(0xff, 0xfe, 0x41, 0))).toBe('utf-16le');
    expect(detectEncoding(bytes(0xfe, 0xff, 0, 0x41))).toBe('utf-16be');
  });

  it('sees UTF-16 without a mark', () => {
    expect(detectEncoding(Buffer.from('شماره;عنوان\n۱;پمپ خراب\n'.repeat(5), 'utf16le'))).toBe('utf-16le');
    expect(detectEncoding(Buffer.from('id,title\n1,pump\n'.repeat(5), 'utf16le').swap16())).toBe('utf-16be');
  });

  it('tells the code pages apart by their letters', () => {
    // "شماره سفارش;تاريخ" in Windows-1256, "编号,标题,描述" in GB 18030, "รหัส,หัวข้อ" in Windows-874, French in 1252.
    expect(
      detectEncoding(
        bytes(
          0xd4,
          0xe3,
          0xc7,
          0xd1,
          0xe5,
          0x20,
          0xd3,
          0xdd,
          0xc7,
          0xd1,
          0xd4,
          0x3b,
          0xca,
          0xc7,
          0xd1,
          0xed,
          0xce,
        ),
      ),
    ).toBe('windows-1256');
    expect(
      detectEncoding(
        bytes(0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xc3, 0xe8, 0xca, 0xf6, 0x0a, 0x31),
      ),
    ).toBe('gb18030');
    expect(
      detectEncoding(
        bytes(0xc3, 0xcb, 0xd1, 0xca, 0x2c, 0xcb, 0xd1, 0xc7, 0xa2, 0xe9, 0xcd, 0x2c, 0xb5, 0xd1, 0xc7, 0x0a),
      ),
    ).toBe('windows-874');
    expect(detectEncoding(Buffer.from('Pression trop élevée, clapet bloqué à Orléans', 'latin1'))).toBe(
      'windows-1252',
    );
  });

  it('refuses what is no text, and forgives a stray NUL', () => {
    expect(() => detectEncoding(bytes(0x50, 0x4b, 3, 4, 0, 0))).toThrow(/zip/);
    expect(() => detectEncoding(bytes(1, 0, 0, 2, 0, 0, 3, 0, 0, 0, 0, 9))).toThrow(/binary/);
    expect(detectEncoding(Buffer.from(`id,title\n${'1,a pump\n'.repeat(200)}2,nul\u0000here\n`))).toBe(
      'utf-8',
    );
  });
});

describe('mapping', () => {
  const map = (headers: string[], ...rows: string[][]) =>
    guessMapping(
      headers,
      rows.map((cells, at) => ({ row: at + 1, names: null, cells, problem: null })),
    ).map((one) => one.target);

  it('knows names in four languages and of common systems', () => {
    expect(map(['Case Number', 'Subject', 'Description', 'CreatedDate'])).toEqual([
      'externalKey',
      'title',
      'description',
      'openedAt',
    ]);
    expect(map(['شماره سفارش', 'تاريخ', 'مشتري', 'شرح', 'راه‌حل'])).toEqual([
      'externalKey',
      'openedAt',
      'customerName',
      'description',
      'resolution',
    ]);
    expect(map(['工单号', '标题', '问题描述', '解决方案', '状态'])).toEqual([
      'externalKey',
      'title',
      'description',
      'resolution',
      'status',
    ]);
    expect(map(['รหัส', 'หัวข้อ', 'รายละเอียด', 'วิธีแก้ไข'])).toEqual([
      'externalKey',
      'title',
      'description',
      'resolution',
    ]);
    expect(map(['BscStartDate', 'Asset', 'OriginalShorttext', 'PMType', 'Cost'])).toEqual([
      'openedAt',
      'product',
      'title',
      'field',
      'field',
    ]);
  });

  it('does not take a column for the key whose values repeat', () => {
    const rows = Array.from({ length: 20 }, (_, at) => [String(at % 3), `row ${at}`]);
    expect(map(['id', 'title'], ...rows)).toEqual(['field', 'title']);
  });

  it('finds the long text where names say nothing', () => {
    expect(map(['a', 'b'], ['1', 'A long story about a pump that would not start'])).toEqual([
      'field',
      'description',
    ]);
  });

  it('leaves hostile names alone', () => {
    expect(map(['__proto__', 'constructor', 'toString'])).toEqual(['field', 'field', 'field']);
  });

  it('names a source after its file, without the date', () => {
    expect(sourceOf('tickets_2024-05-01 (2).csv')).toBe('tickets');
    expect(sourceOf('2024-05-01.csv')).toBe('2024-05-01');
  });
});

describe('the file of rejected rows', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])('disarms %j', (value) => {
    expect(csvCell(value).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('keeps the cells and quotes what needs it', () => {
    const text = rejectionReport([{ row: 3, reason: 'too-many-cells', cells: ['a "b"', 'c,d', 'e\nf'] }]);
    expect(text).toBe('\ufeffrow,reason,detail,cells\r\n3,too-many-cells,,"a ""b""","c,d","e\nf"\r\n');
  });
});
