import { describe } from 'vitest';
import { createMemoryCopies } from '../../src/adapters/memory-copies.ts';
import { describeCopies } from './copies.contract.ts';

describe('copies in memory', () => describeCopies(createMemoryCopies));
