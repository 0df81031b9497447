// biome-ignore-all lint/performance/noBarrelFile: the package is one module, and the bundle takes this in its place.
/**
 * Stands in the Worker's bundle for `uc.micro`, which markdown-it asks whether a character is punctuation or a symbol:
 * `[alias]` in `wrangler.toml`. The runtime knows symbols itself, and 1.3 KB of compressed code is spared. The other
 * classes stay: linkify-it builds them into expressions that are read without Unicode's classes.
 */
// @ts-expect-error: the package has types under its name alone, which leads here.
export { Any, Cc, P, Z } from '../../node_modules/uc.micro/build/index.mjs';
export const S = /\p{S}/u;
