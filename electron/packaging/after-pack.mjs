// Run by electron-builder between packing and signing: closes the executable's switches, and leaves nothing beside the archive
// that could be run in its place.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFuses } from './fuses.mjs';

export default async function afterPack(context) {
  const { electronPlatformName, appOutDir, packager } = context;
  const name = packager.appInfo.productFilename;
  const executable =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${name}.app`, 'Contents', 'MacOS', name)
      : electronPlatformName === 'win32'
        ? join(appOutDir, `${name}.exe`)
        : join(appOutDir, packager.executableName);
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${name}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  // The stand-in runtime of the tests carries a default app of its own.
  for (const left of ['app', 'default_app.asar'])
    await rm(join(resources, left), { recursive: true, force: true });
  await rm(join(appOutDir, 'heirloom-ready'), { force: true });
  await setFuses(executable);
}
