/**
 * What a reader takes for one letter in an unspaced script: a character with its marks. Written out instead of
 * `Intl.Segmenter` because the exported reader must give the same clusters in every browser for decades.
 * Rules: Unicode UAX 29 extended clusters (marks, Thai and Lao sara am), plus the Khmer coeng and Myanmar virama,
 * which stack the next consonant.
 */
const CLUSTER =
  /[^\p{M}\u0e33\u0eb3](?:[\p{M}\u0e33\u0eb3\u200c]|(?<=[\u17d2\u1039])\p{L})*|[\p{M}\u0e33\u0eb3\u200c]+/gu;

/** Start offsets of the clusters of `text` (UTF-16 units), closed by its length. */
export function clusterBounds(text: string): number[] {
  const bounds: number[] = [];
  for (const match of text.matchAll(CLUSTER)) bounds.push(match.index);
  bounds.push(text.length);
  return bounds;
}
