import type { SeededRandom } from '../../../src/cli/training/random.ts';
import { call } from './calls.ts';
import { bodyOf, editorsSentence } from './versions.ts';

/** What stands of an article: the numbers of its version and of its editor's sentence; null where there is none. */
export interface State {
  version: number | null;
  sentence: number | null;
}

/** An article of one writer: what was acknowledged last, and what was sent since and got no answer. */
export interface Tracked {
  acknowledged: State;
  unanswered: State | undefined;
}

export const NOTHING: State = { version: null, sentence: null };
const SLUGS_OF_WRITER = 12;

/** Changes its own articles one after the other, in every way that there is, and remembers what it was told. */
export class Writer {
  readonly articles = new Map<string, Tracked>();
  readonly #random: SeededRandom;
  #number = 0;

  constructor(name: string, random: SeededRandom) {
    this.#random = random;
    for (let index = 0; index < SLUGS_OF_WRITER; index += 1)
      this.articles.set(`${name}-${index}`, { acknowledged: NOTHING, unanswered: undefined });
  }

  /** Writes until the server is dead. @param onAcknowledged - Told of each change that was answered. */
  async work(onAcknowledged: () => void): Promise<void> {
    for (;;) {
      const slugs = [...this.articles.keys()];
      const slug = slugs[this.#random.below(slugs.length)] ?? '';
      if (!(await this.#change(slug))) return;
      onAcknowledged();
    }
  }

  /** @returns Whether an answer came. @throws where the change was refused: nobody else writes these articles. */
  async #change(slug: string): Promise<boolean> {
    const { version, sentence } = this.articles.get(slug)?.acknowledged ?? NOTHING;
    const chance = this.#random.below(10);
    const path = `/v1/articles/${slug}`;
    this.#number += 1;
    const number = this.#number;
    if (version === null || chance < 6)
      return this.#send(slug, { version: number, sentence }, path, {
        method: 'PUT',
        body: JSON.stringify(bodyOf(slug, number)),
        headers: version === null ? { 'If-None-Match': '*' } : {},
      });
    const found = await call(path);
    if (found === undefined) return false;
    const headers = { 'If-Match': found.etag };
    if (chance < 8)
      return this.#send(slug, { version, sentence: number }, `${path}/summary`, {
        method: 'PUT',
        body: JSON.stringify({ sentences: [editorsSentence(number)] }),
        headers,
      });
    return this.#send(slug, NOTHING, path, { method: 'DELETE', headers });
  }

  async #send(slug: string, state: State, path: string, init: RequestInit): Promise<boolean> {
    const tracked = this.articles.get(slug);
    if (tracked === undefined) return false;
    tracked.unanswered = state;
    const answer = await call(path, init);
    if (answer === undefined) return false;
    if (!answer.isSuccess) throw new Error(`${init.method} ${path}: ${answer.status} ${answer.text}`);
    this.articles.set(slug, { acknowledged: state, unanswered: undefined });
    return true;
  }
}
