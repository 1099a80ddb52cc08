/** Joins class names; falsy parts drop out, so that `cx('a', open && 'b')` reads like the sentence it is. */
export const cx = (...parts: ReadonlyArray<string | false | null | undefined>): string =>
  parts.filter(Boolean).join(' ');
