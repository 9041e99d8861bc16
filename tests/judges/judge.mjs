// Starts the sample by the command it is given and lets each client read it. Ends with 1 where a client could not, or read something else than is there.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { readAzureDevOps } from './azure-devops.mjs';
import { readJira } from './jira.mjs';

const [command, ...rest] = process.argv.slice(2);
const sample = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
let failed = false;
try {
  const [line] = await Promise.race([
    once(createInterface({ input: sample.stdout }), 'line'),
    once(sample, 'exit').then(([code]) => { throw new Error(`the sample ended with ${code} before it served`); }),
  ]);
  const { cloud, dataCenter, azure, items } = JSON.parse(line);
  await judged('azure-devops-node-api', () => readAzureDevOps(azure, items));
  await judged('jira.js', () => readJira(cloud, items));
} finally {
  sample.stdin.end();
}

process.exit(failed ? 1 : 0);

async function judged(client, read) {
  try {
    for (const fact of await read()) {
      console.log(`${client}: ${fact}`);
    }
  } catch (error) {
    failed = true;
    console.log(`${client}: FAILED: ${error.message}`);
  }
}
