#!/usr/bin/env node
// Checks every PowerShell listing of runbooks, for every Windows Server version.
// usage: node runbooks.mjs FOLDER... (each holds a runbook.md); exit: 0 clean, 1 faults, 2 usage or nothing found
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const folders = process.argv.slice(2);
if (!folders.length) { console.error('usage: runbooks.mjs FOLDER...'); process.exit(2); }

const scripts = [];
for (const folder of folders) {
  const out = path.join(folder, 'listings');
  rmSync(out, {recursive: true, force: true});
  mkdirSync(out);
  const lines = readFileSync(path.join(folder, 'runbook.md'), 'utf8').split('\n');
  let fence = null, text = [], start = 0;
  lines.forEach((line, number) => {
    const opening = line.match(/^(`{3,})powershell$/);
    if (fence === null && opening) { fence = opening[1]; text = []; start = number + 1; }
    else if (fence !== null && line === fence) {
      const script = path.join(out, `line-${String(start).padStart(5, '0')}.ps1`);
      writeFileSync(script, text.join('\n') + '\n');
      scripts.push(script);
      fence = null;
    } else if (fence !== null) text.push(line);
  });
  if (fence !== null) { console.error(`${folder}/runbook.md:${start}: the listing does not end`); process.exit(1); }
}
if (!scripts.length) { console.error('no PowerShell listing found'); process.exit(2); }

let faults = 0;
for (const target of ['2012R2', '2016', '2019', '2022', '2025']) {
  const run = spawnSync(process.execPath, [path.join(here, 'pscheck.mjs'), '--strict', '--json', '--target', target, ...scripts],
      {encoding: 'utf8', maxBuffer: 1 << 28});
  if (run.status > 1 || run.status === null) { console.error(run.stderr); process.exit(2); }
  const found = JSON.parse(run.stdout).filter(fault => fault.severity === 'error');
  found.forEach(fault => console.log(`${fault.file}:${fault.line}: [${fault.code}] ${fault.message} (Windows Server ${target})`));
  faults += found.length;
}
console.log(`${scripts.length} PowerShell listings, ${faults} faults`);
process.exitCode = faults ? 1 : 0;
