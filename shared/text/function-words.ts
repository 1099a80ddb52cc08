import { normalise } from './normalise.ts';

/**
 * Words that shape a question and say nothing about its subject. They are indexed like any other word; a query merely
 * leaves them out while other words remain, because questions are full of words ("what", "อะไร", "什么", "چه") that
 * texts about the subject do not contain and that bm25 therefore takes for rare and telling.
 */
const WORDS = `
a about above after again all also am an and any anyone anything are as at be because been before being below between both but by
can could did do does doing don down during each else ever every few for from further get give given had has have having he her
here hers him his how however i if in into is it its itself just know let like made make many may me might more most
much must my near need no nor not now of off on once one only or other our out over own please same shall she should show so
some someone something such tell than that the their them then there therefore these they this those through to too under until up upon us use
used using very want was we were what when where whether which while who whom whose why will with within without would you your

از با به بر در را که و یا تا هم نیز اگر اما ولی پس چون برای درباره است هست هستند بود بودند باشد شد شده شود می‌شود کرد کرده
کند می‌کند کنند کنم کنیم دارد دارند داشت داشته این آن آنها اینها او ما شما من تو ایشان خود هر همه هیچ چه چی چیست چرا چگونه
چطور چند چقدر کجا کجاست کدام کدامند کی کیست آیا یک نمی می باید توان نه دیگر وی

的 了 是 在 和 与 及 或 也 都 而 就 被 把 对 从 到 由 于 以 为 其 之 这 那 哪 谁 吗 呢 吧 啊 么 什么 怎么 怎样 怎么样 如何 为什么 为何
多少 几 哪个 哪些 哪里 哪儿 哪位 何时 何地 何种 何 是否 有 有没有 没有 请问 请 我 你 您 他 她 它 我们 你们 他们 这个 那个 这些 那些 个 位 能
可以 应该 一个 是什么 什么时候 分别 时候 进行

ที่ และ หรือ ของ ใน ใน จาก เป็น คือ ได้ ให้ กับ แก่ แต่ ก็ จะ ไม่ มี การ ความ ว่า ซึ่ง โดย เพื่อ ถ้า เมื่อ แล้ว อยู่ ไป มา นี้ นั้น
อะไร ไหน ที่ไหน ใคร เมื่อไร เมื่อไหร่ ทำไม อย่างไร ยังไง เท่าไร เท่าไหร่ กี่ ใด ไหม มั้ย หรือไม่ บ้าง ผู้ใด ใดบ้าง อะไรบ้าง ครับ ค่ะ คะ นะ ต้อง
เขา เธอ ฉัน ผม คุณ เรา มัน ถูก ด้วย ต่อ ตาม ถึง
`;

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/)
    .filter((word) => word.length > 0)
    .flatMap((word) => {
      const folded = normalise(word);
      return folded.includes('\u200c')
        ? [folded.replaceAll('\u200c', ''), ...folded.split('\u200c')]
        : [folded];
    }),
);

/** True for a folded word that carries no subject. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
