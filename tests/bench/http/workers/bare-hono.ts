import { Hono } from 'hono';

/** What any Worker on Hono starts with. */
const app = new Hono();
app.get('/', (context) => context.text('hello\n'));

export default app;
