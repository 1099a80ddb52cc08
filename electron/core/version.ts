/** Kept equal to package.json by a test: a bundled program has no package.json beside it to read. */
export const APP_VERSION = '0.1.0';
