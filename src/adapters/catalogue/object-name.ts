/** One publication, one object; its volumes have other names. */
export const OBJECT_NAME = 'publication';
