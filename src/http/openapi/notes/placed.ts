/** Notes by their full place: `Article` and `image.alt` give `Article.image.alt`. Lists and alternatives add nothing to it. */
export function placed(place: string, notes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(notes).map(([member, note]) => [`${place}.${member}`, note]));
}
