import { summarize } from '../../../../src/core/summarizer/index.ts';

/** Runs the bare summariser on the text of the body, `?times=` over: its CPU time without any HTTP around it. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const text = await request.text();
    const query = searchParams.get('query') ?? '';
    let sentences = 0;
    for (let left = Number(searchParams.get('times')); left > 0; left -= 1) {
      sentences += summarize(text, { sentences: 3, query }).sentences.length;
    }
    return new Response(String(sentences));
  },
};
