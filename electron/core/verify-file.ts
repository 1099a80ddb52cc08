import { verifyPackage } from '../packages/verify-package.ts';

/** Checks a package from end to end without any library. The report says everything that is wrong with it. */
export function verifyFile(path: string): ReturnType<typeof verifyPackage> {
  return verifyPackage(path);
}
