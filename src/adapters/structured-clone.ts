/**
 * Stands in the Worker's bundle for `@ungap/structured-clone`, which hast-util-sanitize brings along for runtimes of old:
 * `[alias]` in `wrangler.toml`. The runtime has its own, and 1 KB of compressed code is spared.
 */
// biome-ignore lint/style/noDefaultExport: the package has one, and the bundle takes this in its place.
export default structuredClone;
