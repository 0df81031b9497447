import { launchWholeChromium } from '../../pages/chromium.ts';
import type { Engine } from './engine.ts';

export async function openChromium(): Promise<Engine> {
  const browser = await launchWholeChromium();
  return {
    name: 'Chromium',
    async openTab(viewport) {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      return {
        goto: async (url) => void (await page.goto(url)),
        evaluate: (call, argument) => page.evaluate(call as never, argument) as never,
        press: (x, y) => page.mouse.click(x, y),
        pressEscape: () => page.keyboard.press('Escape'),
        takeErrors: async () => errors.splice(0),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
