/** The element by which the page carries us: further files stand beside its own, and its nonce allows them too. */
export const ownScript = document.currentScript as HTMLScriptElement;
