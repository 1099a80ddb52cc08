// Saves notes for ever and says each one that was acknowledged. tests/faults/kill.test.ts kills it in the middle.
import { openCore } from '../../electron/core/open-core.ts';
import { clientOf } from '../support/test-core.ts';

const [stateDir = '', libraryDir = '', resourcesDir = ''] = process.argv.slice(2);
const core = await openCore({ stateDir, resourcesDir, readerDir: '', backgroundWork: false });
await core.openLibrary(libraryDir);
const client = clientOf(core);
for (let n = 0; ; n += 1) {
  const note = await client.notes.create({ fields: { title: `note ${n}` } });
  const saved = await client.notes.save({ id: note.id, expectedVersion: 1, fields: { title: `saved ${n}` } });
  await client.drafts.put({
    kind: 'note',
    recordId: note.id,
    field: 'document',
    value: JSON.stringify({ n }),
    baseVersion: 2,
  });
  process.stdout.write(`${saved.id} ${saved.title}\n`);
}
