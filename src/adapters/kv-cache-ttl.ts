/** The smallest that KV allows: an edit reaches readers as soon as KV itself lets it. */
export const CACHE_TTL_SECONDS = 30;
