/** No static file is measured here. */
export default {
  fetch(): Response {
    return new Response('absent', { status: 404 });
  },
};
