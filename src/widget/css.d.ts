/** Style sheets are read as text by the build, minified. */
declare module '*.css' {
  export const css: string;
}
