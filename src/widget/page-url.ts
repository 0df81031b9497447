/** The address that stands for this page: `rel=canonical`, else `og:url`, else where it is, without query and fragment. */
export function choosePageUrl(): string {
  return (
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ||
    document.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content ||
    location.origin + location.pathname
  );
}
