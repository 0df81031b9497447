import { createMemorySite } from '../../src/adapters/memory-site.ts';
import { describeSiteMemory } from './site-memory.contract.ts';

describeSiteMemory(async (use) => use(createMemorySite()));
