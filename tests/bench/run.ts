import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run bench [name ...]`: every benchmark of this folder, one after the other, each in a process of its own. All
 * figures are ratios within one run; the first line says what machine they were taken on.
 */
const FOLDER = import.meta.dirname;
const wanted = process.argv.slice(2);
const benches = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'run.ts');
const unknown = wanted.filter((name) => !benches.includes(`${name}.ts`));
if (unknown.length > 0) {
  console.error(
    `No such benchmark: ${unknown.join(', ')}. There are ${benches.map((name) => name.replace('.ts', '')).join(', ')}.`,
  );
  process.exit(1);
}

console.log(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
for (const name of benches.filter(
  (file) => wanted.length === 0 || wanted.includes(file.replace('.ts', '')),
)) {
  console.log(`\n== ${name.replace('.ts', '')}`);
  const { status } = spawnSync(process.execPath, [join(FOLDER, name)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
