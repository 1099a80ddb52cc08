// What a test needs from the machine and may not find. Locally such a test is left out and says why; with CI=true it fails,
// because a green run that tested nothing is worse than a red one.

export function mustHaveEverything(): boolean {
  return process.env['CI'] === 'true' || process.env['CI'] === '1';
}

/** Errors: with CI=true always. Otherwise answers the reason to give to `skip`. */
export function missing(what: string, reason: string): string {
  const line = `${what}: ${reason}`;
  if (mustHaveEverything()) throw new Error(`CI=true, but ${line}`);
  return line;
}
