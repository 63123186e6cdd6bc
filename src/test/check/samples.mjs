#!/usr/bin/env node
// The checker itself: every good-*.ps1 passes, every bad-*.ps1 is caught.
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const samples = path.join(here, 'samples');
let wrong = 0, seen = 0;
for (const name of readdirSync(samples).filter(each => each.endsWith('.ps1')).sort()) {
  const script = path.join(samples, name);
  const target = readFileSync(script, 'utf8').match(/target: (\w+)/)[1];
  const run = spawnSync(process.execPath, [path.join(here, 'pscheck.mjs'), '--strict', '--target', target, script], {encoding: 'utf8'});
  const expected = name.startsWith('bad') ? 1 : 0;
  seen++;
  if (run.status !== expected) { wrong++; console.log(`${name}: exit code ${run.status}, expected ${expected}\n${run.stdout}${run.stderr}`); }
}
console.log(`${seen} scripts to try the checker, ${wrong} judged wrongly`);
process.exitCode = wrong || seen < 10 ? 1 : 0;
