/**
 * Raised whenever `analyse` would give other terms for the same text. It is stored with every index (the
 * library's full-text table, the reader index inside a package); a reader that sees another number rebuilds
 * or refuses the index, because terms made by two analysers silently do not meet.
 */
export const ANALYSER_VERSION = 3;
