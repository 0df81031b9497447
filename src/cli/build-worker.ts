import { writeWorker } from './bundle/bundle-worker.ts';

/** `npm run build:worker`: the service in one file, as `npm run deploy` and `npm run setup` deploy it. */
await writeWorker();
