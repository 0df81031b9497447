import type { StaticData } from '../flows/ports.ts';

/** Files that the deployment carries beside the Worker: no isolate holds what few requests ask for. */
export function createStaticData(assets: Pick<Fetcher, 'fetch'>): StaticData {
  return async (path) => {
    // The host counts for nothing: the binding looks at the path alone.
    const response = await assets.fetch(`https://assets.invalid${path}`);
    return response.ok ? response.json() : undefined;
  };
}
