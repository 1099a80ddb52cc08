// STAND-IN by the lead until the real one lands (same exports).
export function rankSpellings(
  _word: string,
  _candidates: readonly { readonly term: string; readonly count: number }[],
): string[] {
  return [];
}
