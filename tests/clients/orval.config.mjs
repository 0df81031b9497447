/** Calls go to the server that the document names. */
export default {
  standfirst: {
    input: process.env.DOCUMENT,
    output: {
      target: 'generated/orval.ts',
      client: 'fetch',
      baseUrl: { getBaseUrlFromSpecification: true },
    },
  },
};
