import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { type Account, answerAsWrangler } from './wrangler-double.ts';

/** The double as a program on the path: its account is a file, and so is the record of its calls. */
const path = process.env.DOUBLE_ACCOUNT ?? '';
const account = JSON.parse(readFileSync(path, 'utf8')) as Account;
const args = process.argv.slice(2);
const input = args.includes('bulk') ? readFileSync(0, 'utf8') : '';
appendFileSync(`${path}.calls`, `${JSON.stringify({ args, input })}\n`);
const isStruck = account.trouble !== undefined && args.join(' ').startsWith(account.trouble.at);
if (isStruck && account.trouble?.how === 'before') process.kill(process.ppid, 'SIGKILL');
else {
  const { code, stdout, stderr, report } = answerAsWrangler(account, {
    args,
    input,
    toml: readFileSync('wrangler.toml', 'utf8'),
  });
  writeFileSync(path, JSON.stringify(account));
  if (isStruck) process.kill(process.ppid, 'SIGKILL');
  appendFileSync(process.env.WRANGLER_OUTPUT_FILE_PATH ?? '/dev/null', report);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}
