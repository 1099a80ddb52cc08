// Our content policy forbids code made from strings. zod compiles its parsers that way unless it is told before its first
// schema, and modules of the bundle may run in any order: hence this plain script, which runs before all of them.
globalThis.__zod_globalConfig = { jitless: true };
