/** What each client reports of the six main calls, for the test to compare. */
export interface Results {
  written: number;
  listed: string[];
  title: string;
  summary: string[];
  byUrl: string[];
  sent: string[];
}

export const ORIGIN = process.env.ORIGIN ?? '';
export const AUTHORIZATION = `Bearer ${process.env.TOKEN}`;
export const SLUG = process.env.SLUG ?? '';
export const PAGE = `https://news.example/${SLUG}`;
export const ARTICLE = {
  title: 'Harbour bridge to close',
  url: PAGE,
  access: 'full' as const,
  tags: [SLUG],
  image: { url: 'https://news.example/bridge.jpg' },
  text: 'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers. Buses will run on the old road.',
};

export function report(results: Results): void {
  console.log(JSON.stringify(results));
}

export function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} was not answered`);
  return value;
}
