const ZEROS = [...'0۰٠๐０'].map((zero) => zero.codePointAt(0) ?? 0);

/** A whole number in European, Persian, Arabic, Thai or wide digits, all of one kind; `undefined` for anything else. */
export function readNumber(text: string): number | undefined {
  const codes = [...text].map((digit) => digit.codePointAt(0) ?? 0);
  const zero = ZEROS.find((at) => codes[0] !== undefined && codes[0] >= at && codes[0] < at + 10);
  if (zero === undefined || codes.length > 15) return undefined;
  if (codes.some((code) => code < zero || code > zero + 9)) return undefined;
  return codes.reduce((sum, code) => sum * 10 + code - zero, 0);
}
