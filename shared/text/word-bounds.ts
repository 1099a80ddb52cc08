let segmenter: Intl.Segmenter | undefined;

/** ICU grows slower than linear input when it has no break to cut at; runs longer than this are cut first. */
const LONGEST_RUN = 4000;

/**
 * The dictionary words of a run of one unspaced script, as pairs of offsets. The dictionary is ICU's, so an index made
 * with another ICU may differ here; bigrams (which do not depend on it) carry the recall.
 */
export function wordBounds(text: string): (readonly [number, number])[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const bounds: (readonly [number, number])[] = [];
  for (let cut = 0; cut < text.length; cut += LONGEST_RUN) {
    for (const { segment, index } of segmenter.segment(text.slice(cut, cut + LONGEST_RUN))) {
      bounds.push([cut + index, cut + index + segment.length]);
    }
  }
  return bounds;
}
