/** Writes `public/workloads/index.json` from the profiles beside it: `npx tsx scripts/index-workloads.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { indexEntry } from '../src/workload/profile-index.ts';
import { parseProfile, profileId } from '../src/workload/profile.ts';

const folder = new URL('../public/workloads/', import.meta.url);

const entries = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'index.json')
  .toSorted()
  .map((file) => {
    const bytes = readFileSync(new URL(file, folder));
    const profile = parseProfile(JSON.parse(bytes.toString('utf8')));
    if (!profile.ok) {
      const [first] = profile.error;
      throw new Error(`${file}: ${first?.path ?? ''} ${first?.message ?? ''}`);
    }
    if (`${profileId(profile.value)}.json` !== file) {
      throw new Error(`${file}: its name must be ${profileId(profile.value)}.json`);
    }
    return indexEntry(profile.value, bytes.length);
  });

const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
writeFileSync(new URL('index.json', folder), `[\n${lines}\n]\n`);
process.stdout.write(`${entries.length} workloads indexed\n`);
