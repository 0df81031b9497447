import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { describeDesk } from './desk.contract.ts';

describeDesk(
  () => new MemoryCatalogue(),
  async () => undefined,
);
