// `npm run manual`: prints the page of the manual about the checks anew, in both languages, from the checks' own samples.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printChecks } from './checks/manual.ts';

for (const language of ['en', 'fr'] as const) {
  const file = join(import.meta.dirname, '..', 'client', 'manual', `checks-${language}.md`);
  writeFileSync(file, printChecks(language));
  process.stdout.write(`${file}\n`);
}
