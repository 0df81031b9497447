/** Entry of the file that holds what most readers never use. */
// biome-ignore lint/performance/noBarrelFile: the door of a bundle, which nothing else imports from.
export { addExtras } from './extras.ts';
export { jump } from './jump.ts';
