import { createRequire } from 'node:module';
import type { System } from './systems.ts';

const require = createRequire(import.meta.url);
/** Peers that depend on a dictionary or an old tokeniser are made for English; the others are asked everywhere. */
const ENGLISH = ['en'];

interface LexRank {
  summarize(text: string, lines: number, done: (error: unknown, sentences: { text: string }[]) => void): void;
}

interface NodeSummarizer {
  SummarizerManager: new (
    text: string,
    sentences: number,
  ) => { getSummaryByRank(): Promise<{ summary: string }>; getSummaryByFrequency(): { summary: string } };
}

interface TsTextRank {
  SorensenDiceSimilarity: new () => unknown;
  DefaultTextParser: new () => unknown;
  NullLogger: new () => unknown;
  AbsoluteSummarizerConfig: new (
    count: number,
    similarity: unknown,
    parser: unknown,
    damping: number,
    sorting: unknown,
  ) => unknown;
  Summarizer: (new (
    config: unknown,
    logger: unknown,
  ) => { summarize(text: string, language: string): string[] }) & { SORT_OCCURENCE: unknown };
}

function withLexRank(text: string, sentences: number): Promise<string[]> {
  const { summarize } = require('lexrank') as LexRank;
  return new Promise((resolve, reject) => {
    summarize(text, sentences, (error, chosen) =>
      error ? reject(error) : resolve(chosen.map((sentence) => sentence.text)),
    );
  });
}

async function withNodeSummarizer(text: string, sentences: number): Promise<string[]> {
  const { SummarizerManager } = require('node-summarizer') as NodeSummarizer;
  const { summary } = await new SummarizerManager(text, sentences).getSummaryByRank();
  return [summary];
}

function withTsTextRank(text: string, sentences: number): string[] {
  const peer = require('ts-textrank') as TsTextRank;
  const config = new peer.AbsoluteSummarizerConfig(
    sentences,
    new peer.SorensenDiceSimilarity(),
    new peer.DefaultTextParser(),
    0.85,
    peer.Summarizer.SORT_OCCURENCE,
  );
  return new peer.Summarizer(config, new peer.NullLogger()).summarize(text, 'en');
}

/** A peer that cannot digest a text gives no summary for it, which scores zero, as it would for its user. */
const orNothing =
  (summarize: System['summarize']): System['summarize'] =>
  async (specimen, sentences) => {
    try {
      return (await summarize(specimen, sentences)).filter((sentence) => typeof sentence === 'string');
    } catch {
      return [];
    }
  };

/** Summarisers on npm, with their own defaults and the compared number of sentences. */
export const peers: readonly System[] = [
  {
    name: 'lexrank (npm)',
    languages: ENGLISH,
    summarize: orNothing(({ text }, sentences) => withLexRank(text, sentences)),
  },
  {
    name: 'ts-textrank (npm)',
    languages: ENGLISH,
    summarize: orNothing(({ text }, sentences) => withTsTextRank(text, sentences)),
  },
  {
    name: 'node-summarizer (npm)',
    languages: ENGLISH,
    summarize: orNothing(({ text }, sentences) => withNodeSummarizer(text, sentences)),
  },
];
