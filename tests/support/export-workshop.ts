import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeBlob } from '../../electron/media/store-blob.ts';
import { png, tinyPdf, wav } from './picture-bytes.ts';
import { type FixtureIds, richFixture } from './rich-fixture.ts';
import { paragraphs, type SmallLibrary, smallLibrary, testId } from './small-library.ts';

/** A picture, a file and a sound of the note `rich`, and the ids its document has for them and for records. */
export async function filesOfRich(library: SmallLibrary): Promise<FixtureIds> {
  const attach = async (name: string, fileName: string, bytes: Buffer): Promise<string> => {
    const source = join(library.folder, `source-${name}`);
    writeFileSync(source, bytes);
    const blob = await storeBlob(library.mediaRoot, source);
    library.add('attachment', name, { ...blob, fileName, ownerKind: 'note', ownerId: testId('rich') });
    return testId(name);
  };
  return {
    image: await attach('image', 'pump.png', png(8, 6, [200, 120, 30])),
    file: await attach('file', 'دستور کار ۲.pdf', tinyPdf()),
    audio: await attach('audio', 'hum.wav', wav()),
    note: testId('other'),
    away: testId('away'),
  };
}

/** A library with one note of everything, another it mentions, a private one and a binned one, under one topic. */
export async function exportWorkshop(): Promise<SmallLibrary & { readonly ids: FixtureIds }> {
  const library = smallLibrary();
  const ids = await filesOfRich(library);
  library.add('person', 'anna', { name: 'Anna' });
  library.add('topic', 'pumps', { name: 'Pumps' });
  library.add('topic', 'seals', { name: 'Seals', parentId: testId('pumps') });
  library.add('note', 'rich', {
    title: 'When the pump hums',
    kind: 'judgement',
    language: 'en',
    authorId: testId('anna'),
    topicIds: [testId('pumps')],
    tags: ['pump', 'صدا'],
    confidence: 'validated',
    document: richFixture(ids),
  });
  library.add('note', 'other', {
    title: 'The other note',
    language: 'fa',
    topicIds: [testId('seals')],
    document: paragraphs('آب‌بند خشک'),
  });
  library.add('note', 'secret', {
    title: 'Mine alone',
    audience: 'private',
    topicIds: [testId('seals')],
    document: paragraphs('secret words'),
  });
  library.add('note', 'binned', {
    title: 'Thrown away',
    topicIds: [testId('seals')],
    deletedAt: '2026-01-02T00:00:00.000Z',
  });
  return { ...library, ids };
}
