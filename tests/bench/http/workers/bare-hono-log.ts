import { Hono } from 'hono';

/** What any Worker on Hono starts with, and a line a request on the console. */
const app = new Hono();
app.get('/', (context) => {
  console.log(JSON.stringify({ method: context.req.method, path: context.req.path }));
  return context.text('hello\n');
});

export default app;
