import { runCanvas } from './canvas/run.ts';
for (const r of await runCanvas([500], 1, process.argv.slice(2))) { console.log(r.text); for (const v of r.verdicts) console.log(v); }
process.exit(0);
