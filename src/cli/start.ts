import { LOCAL_TOKEN, writeLocalConfig } from './local/local-config.ts';
import {
  isTaken,
  type SettingFault,
  signalGroup,
  startServer,
  stopWith,
  waitUntilReady,
} from './local/local-server.ts';
import { freePort, openDoor } from './local/open-door.ts';
import { publishSamples } from './local/publish-samples.ts';

/** `npm start`: the whole service on this machine, with the samples in it. */
const DEFAULT_PORT = 8787;

async function start(): Promise<void> {
  const port = readPort(process.env.PORT);
  if (await isTaken(port))
    fail(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`);
  await writeLocalConfig();
  const origin = `http://localhost:${port}`;
  console.log(`Standfirst is starting on ${origin} …`);
  const innerPort = await freePort();
  const server = startServer(innerPort, origin);
  stopWith(server);
  try {
    const inner = `http://127.0.0.1:${innerPort}`;
    for (const fault of await waitUntilReady(inner)) console.error(complaint(fault));
    const published = await publishSamples(inner);
    await openDoor(port, innerPort);
    console.log(welcome(origin, published));
  } catch (error) {
    signalGroup(server, 'SIGKILL');
    fail(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    fail(`PORT must be a number from 1 to 65534, not "${text}".`);
  return port;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function complaint({ setting, detail }: SettingFault): string {
  return `The setting ${setting} is malformed: ${detail}.`;
}

function welcome(origin: string, published: number): string {
  const first =
    published === 0 ? 'Standfirst is running.' : `Standfirst is running with ${published} sample articles.`;
  return `
${first}  Stop with Ctrl-C.

  Front page   ${origin}/
  Desk         ${origin}/desk (sign in with the token)
  Token        ${LOCAL_TOKEN} (this machine only)
  Reset        stop it, then rm -rf ${process.env.STATE_FOLDER ?? '.wrangler/state'}

Try:
  curl "${origin}/v1/articles?limit=3"
  curl "${origin}/v1/articles/saltmere-ferry-suspended-after-cracks-found-in-pier/summary?format=plain-text"
  curl -H "Content-Type: text/plain" --data "The harbour bridge will close on 3 May after divers found cracks in two of its piers. Nobody was hurt. Buses will run on the old road until the autumn." "${origin}/v1/summaries?sentences=1&format=plain-text"
`;
}

await start();
