/** Rows of cases for measuring: same rows for every run, short shop-floor lines and long stories in four scripts. */

export type BenchRow = {
  readonly key: string;
  readonly title: string;
  readonly product: string;
  readonly customer: string;
  readonly opened: string;
  readonly status: string;
  readonly description: string;
  readonly resolution: string;
};

/** A small generator of equal numbers on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ENGLISH =
  'the pump bearing seal leaks oil after start replaced filter pressure drops motor runs hot checked valve coupling alignment again customer reports noise from gearbox suction line air found cracked hose changed gasket tested ok returned to service water hammer during night shift operator says level sensor wrong reading calibrated'.split(
    ' ',
  );
const PERSIAN =
  'پمپ نشتی دارد بعد از تعویض آب‌بند دوباره صدا می‌دهد فشار پایین آمد فیلتر عوض شد موتور داغ می‌کند شیر برگشت بسته بود مشتری گزارش داد کوپلینگ تراز نبود روغن کم بود بررسی شد'.split(
    ' ',
  );
const CHINESE =
  '泵轴承漏油更换密封压力下降电机过热检查阀门联轴器对中噪音齿轮箱吸入管进空气软管破裂测试正常客户反映夜班传感器读数错误重新校准';
const THAI = 'ปั๊มรั่วเปลี่ยนซีลแล้วยังมีเสียงดังความดันตกมอเตอร์ร้อนตรวจวาล์วลูกค้าแจ้งว่าน้ำไม่ไหลเปลี่ยนไส้กรองทดสอบแล้วปกติ';

function words(random: () => number, count: number): string {
  const kind = random();
  if (kind < 0.7) return pick(random, ENGLISH, count).join(' ');
  if (kind < 0.85) return pick(random, PERSIAN, count).join(' ');
  const text = kind < 0.93 ? CHINESE : THAI;
  let out = '';
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor(random() * (text.length - 4));
    out += text.slice(at, at + 4);
    if (i % 8 === 7) out += ' ';
  }
  return out;
}

function pick(random: () => number, list: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () =>
    // Part names and numbers: real cases are full of words that are nowhere else.
    random() < 0.06 ? `P-${Math.floor(random() * 90_000)}` : list[Math.floor(random() * list.length)]!,
  );
}

/** `wordsEach`: words of the description; the resolution has half as many. */
export function benchRows(first: number, count: number, wordsEach: number): BenchRow[] {
  const random = seeded(first + 1);
  return Array.from({ length: count }, (_, at) => ({
    key: `C-${first + at}`,
    title: words(random, 5),
    product: `HC-${Math.floor(random() * 400)}`,
    customer: `Site ${Math.floor(random() * 900)}`,
    opened: `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    status: random() < 0.8 ? 'closed' : 'open',
    description: words(random, wordsEach),
    resolution: words(random, Math.ceil(wordsEach / 2)),
  }));
}

export function toCsv(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  );
  return `Case Number,Subject,Product,Customer,Opened,Status,Description,Resolution\n${lines.join('\n')}\n`;
}
