/** For the `default` of a switch over a union: a member nobody thought of does not compile, and at run time is told. */
export function assertNever(value: never): never {
  throw new Error(`not expected here: ${JSON.stringify(value)}`);
}
