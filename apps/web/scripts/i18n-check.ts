import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Fails when the sources hold a message that the catalogues lack, or French lacks a translation, or Hebrew does in a part that speaks it,
// or French has a space at which a line must not break, or two catalogues translate one message differently (they are merged when loaded).

const web = join(import.meta.dirname, '..');
const locales = join(web, 'src/locales');
// A context tells messages of the same words apart.
const ENTRY = /(?:^msgctxt ((?:".*"\n)+))?^msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)+)/gm;

const text = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
    .join('');

function catalogue(locale: string, file: string): Map<string, string> {
  const source = readFileSync(join(locales, locale, file), 'utf8');
  const entries = [...source.matchAll(ENTRY)].filter((match) => text(match[2] ?? '') !== '');
  return new Map(
    entries.map(([, context = '""', id = '', translation = '']) => [
      [text(context), text(id)].filter(Boolean).join(': '),
      text(translation),
    ]),
  );
}

const files = readdirSync(join(locales, 'en')).filter((file) => file.endsWith('.po'));
const before = new Map(files.map((file) => [file, [...catalogue('en', file).keys()].join('\n')]));
execFileSync(join(web, 'node_modules/.bin/lingui'), ['extract', '--clean'], { cwd: web, stdio: 'ignore' });

/** What an advisory office, an academy or a studio meets, and the settings; the shell is held to Hebrew by the journeys. */
const IN_HEBREW =
  /^(academy|account|admission|binders|charges|form|grammar|guest|items|learners|office|pay-invoice|payment|rails|settings|step-up|studio|timeclock|training)/;

/** French sets these marks off by a space, at which no line may break. */
const LOOSE = / [;:!?](\s|$)|« | »/;

const faults: string[] = [];
const said = new Map<string, string>();
for (const file of readdirSync(join(locales, 'en')).filter((name) => name.endsWith('.po'))) {
  if (before.get(file) !== [...catalogue('en', file).keys()].join('\n')) {
    faults.push(`${file}: was behind the sources; extracted anew`);
  }
  if (IN_HEBREW.test(file)) {
    for (const [id, hebrew] of catalogue('he', file)) {
      if (hebrew === '') faults.push(`${file}: no Hebrew for "${id}"`);
    }
  }
  for (const [id, french] of catalogue('fr', file)) {
    if (french === '') faults.push(`${file}: no French for "${id}"`);
    if (LOOSE.test(french)) faults.push(`${file}: a line may break inside "${french}"`);
    const other = said.get(id);
    if (other !== undefined && other !== french)
      faults.push(`${file}: "${id}" is "${french}" here and "${other}" elsewhere`);
    said.set(id, french);
  }
}

for (const fault of faults) console.error(fault);
console.log(`${said.size} messages, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
