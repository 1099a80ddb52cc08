// Electron's switches inside the executable, as one table: flipped after packing, read back at once, and checked by a test.
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** Name → [wanted, why]. */
export const FUSES = {
  RunAsNode: [false, 'ELECTRON_RUN_AS_NODE would turn the signed app into a Node for anybody'],
  EnableCookieEncryption: [true, 'costs nothing, and the page keeps no cookie in the clear'],
  EnableNodeOptionsEnvironmentVariable: [false, 'NODE_OPTIONS could load foreign code into the app'],
  EnableNodeCliInspectArguments: [false, '--inspect would open the main process to any local program'],
  EnableEmbeddedAsarIntegrityValidation: [
    true,
    'a changed archive does not start (where the system supports it)',
  ],
  OnlyLoadAppFromAsar: [true, 'no folder laid beside the archive is run in its place'],
  LoadBrowserProcessSpecificV8Snapshot: [false, 'we ship none'],
  GrantFileProtocolExtraPrivileges: [false, 'the page comes from app://, file:// needs no rights'],
};

// States in the wire are the signs '0' (off) and '1' (on).
const ON = 0x31;

/** Flips and reads back. Errors: a fuse that is not in the state asked for (or that this runtime does not have). */
export async function setFuses(executable) {
  const wanted = Object.fromEntries(
    Object.entries(FUSES).map(([name, [state]]) => [FuseV1Options[name], state]),
  );
  await flipFuses(executable, { version: FuseVersion.V1, resetAdHocDarwinSignature: true, ...wanted });
  const wrong = await wrongFuses(executable);
  if (wrong.length > 0) throw new Error(`Fuses not as wanted after flipping: ${wrong.join(', ')}`);
}

/** Names of the fuses that are not as wanted. */
export async function wrongFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(FUSES)
    .filter(([name, [state]]) => (wire[FuseV1Options[name]] === ON) !== state)
    .map(([name]) => name);
}
