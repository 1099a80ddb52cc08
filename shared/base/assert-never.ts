/** Makes the compiler refuse a `switch` that forgets a member of a union. Throws if data lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
