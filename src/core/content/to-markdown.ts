export function toMarkdown(html: string): string {
  return html;
}
