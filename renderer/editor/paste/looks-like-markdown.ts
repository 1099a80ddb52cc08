// Whether plain text was written as Markdown. A wrong guess costs one undo, so it may guess; but code, logs and mails
// with a dash or two must stay what they are.

const LONGEST_LOOKED_AT = 20_000;
const ENOUGH = 2;

const SIGNS: readonly (readonly [pattern: RegExp, weight: number])[] = [
  // A fence that is closed again, a table with its rule, boxes to tick, callouts: nothing else looks like these.
  [/^(`{3,}|~{3,})[^\n`]*\n[\s\S]*?^\1[`~]*[ \t]*$/mu, 3],
  [/^\|?[^\n|]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/mu, 3],
  [/^[ \t]*[-*+] \[[ xX]\] \S/mu, 3],
  [/^> \[![\p{L}-]+\]/mu, 3],
  [/(?:^|\n\n)#{1,6} [^\n]+(?:\n\n|\n?$)/u, 2],
  [/^#{1,6} \S/mu, 1],
  [/\[[^\][\n]+\]\((?:https?:|mailto:|heirloom:)[^\s()]+(?: "[^"\n]*")?\)/u, 2],
  [/(?<![\p{L}\p{N}*])\*\*[^\s*][^*\n]*(?<=\S)\*\*(?![\p{L}\p{N}*])/u, 2],
  [/^(?:[ \t]*[-*+] \S[^\n]*(?:\n|$)){2,}/mu, 2],
  [/^1[.)] \S[^\n]*\n(?:[ \t]+\S[^\n]*\n)*2[.)] \S/mu, 2],
  [/^(?:> ?[^\n]*(?:\n|$)){2,}/mu, 1],
  [/(?<!`)`[^`\n]+`(?!`)/u, 1],
  [/~~\S[^~\n]*~~/u, 1],
  [/(?<!=)==[^\s=][^=\n]*==(?!=)/u, 1],
  [/^(?:---|\*\*\*)[ \t]*$/mu, 1],
];

export function looksLikeMarkdown(text: string): boolean {
  const seen = text.slice(0, LONGEST_LOOKED_AT).replace(/\r\n?/gu, '\n');
  let score = 0;
  for (const [pattern, weight] of SIGNS) if (pattern.test(seen)) score += weight;
  return score >= ENOUGH && !(score < 2 * ENOUGH && looksLikeCode(seen));
}

/** Most lines end as lines of programs do. */
function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const ended = lines.filter((line) =>
    /[;{}]\s*$|^\s*(?:import|def|function|const|let|return|if|for|while)\b/u.test(line),
  );
  return lines.length > 1 && ended.length * 3 > lines.length;
}
