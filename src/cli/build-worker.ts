import { writeWorker } from './bundle/bundle-worker.ts';

/** `npm run build:worker`: the modules of the service, as `npm run deploy` and `npm run setup` deploy it. */
await writeWorker();
