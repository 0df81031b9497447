import { launchBrowser, openHost } from './host.ts';

const host = await openHost();
const b = await launchBrowser();
const p = await b.newPage();
p.on('console', (m) => console.log(m.text(), m.location().url));
p.on('requestfailed', (r) => console.log('failed', r.url(), r.failure()));
await p.goto(host.origin);
await p.waitForTimeout(300);
await p.click('stand-first >> nth=0');
await p.waitForTimeout(1000);
console.log(p.url(), host.requests);
await b.close();
await host.close();
