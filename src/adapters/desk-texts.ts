import type { DeskTexts } from '../flows/ports.ts';

/** Files of `public/desk-labels/`: no reader's request pays for languages of the desk. */
export function createDeskTexts(assets: Pick<Fetcher, 'fetch'>): DeskTexts {
  return async (language) => {
    // The host counts for nothing: the binding looks at the path alone.
    const response = await assets.fetch(`https://assets.invalid/desk-labels/${language}.json`);
    return response.ok ? response.json() : undefined;
  };
}
