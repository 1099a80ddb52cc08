// Stands in for zod in the reader's bundle. The shared rooms describe their data with it, but the reader shows what an
// export wrote and checks nothing: 80 KB in every package would be there for descriptions nobody reads. Every part of this
// is itself, so any description can be built; using one to check something would not throw but mean nothing, which is why
// tests/security/package-reader.test.ts makes sure that the bundle contains no `.parse(` of a schema.
const nothing = (): unknown => z;
export const z: unknown = new Proxy(nothing, { get: () => z, apply: () => z });
