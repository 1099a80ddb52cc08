// A document made by DOMParser has no window: its scripts do not run, its pictures are not fetched, its handlers do
// not exist. It is only ever read. The page's content policy (Trusted Types) wants the one place that does this named.

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML: (input: string) => string },
  ): { createHTML(input: string): string };
}

/** Name of the policy; the `trusted-types` list of the content policy must hold it. */
const INERT_POLICY = 'heirloom-inert-html';

let toTrusted: ((html: string) => string) | undefined;

function trusted(html: string): string {
  if (!toTrusted) {
    const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
    const policy = factory?.createPolicy(INERT_POLICY, { createHTML: (input) => input });
    toTrusted = policy ? (input) => policy.createHTML(input) : (input) => input;
  }
  return toTrusted(html);
}

/** HTML as a tree to read from, `undefined` where the content policy forbids parsing (paste then takes the text). */
export function parseInert(html: string): Document | undefined {
  try {
    return new DOMParser().parseFromString(trusted(html), 'text/html');
  } catch {
    return undefined;
  }
}
