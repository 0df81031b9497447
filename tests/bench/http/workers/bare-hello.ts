/** The least that a Worker can do: what the machine gives at this minute. */
export default {
  fetch(): Response {
    return new Response('hello\n', { headers: { 'Content-Type': 'text/plain' } });
  },
};
