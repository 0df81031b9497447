import { describe } from 'vitest';
import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { describeCatalogue } from './catalogue.contract.ts';

describe('the catalogue in memory', () => describeCatalogue(() => new MemoryCatalogue()));
