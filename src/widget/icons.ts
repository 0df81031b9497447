/** One stroke each, on a grid of 20. */
export const ICONS = {
  up: 'M10 16V4M5 9l5-5 5 5',
  play: 'M4 8v4h3l4 3V5L7 8zm10 0q2 2 0 4m2-7q5 5 0 10',
  stop: 'M6 6h8v8H6z',
  copy: 'M8 7h8v9H8zM5 13V4h8',
  done: 'm5 10 4 4 6-7',
  share: 'M10 12V4M7 7l3-3 3 3M6 9H4v7h12V9h-2',
  helpful: 'M7 9v7H4V9zl3-6q2 0 2 2v3h4l-1 8H7',
  notHelpful: 'M13 11V4h3v7zl-3 6q-2 0-2-2v-3H4l1-8h8',
};

/** Draws one in the colour of the text around it. */
export function drawIcon(name: keyof typeof ICONS): Element {
  const [icon, stroke] = ['svg', 'path'].map((tag) =>
    document.createElementNS('http://www.w3.org/2000/svg', tag),
  ) as unknown as [Element, Element];
  icon.setAttribute('viewBox', '0 0 20 20');
  stroke.setAttribute('d', ICONS[name]);
  icon.append(stroke);
  return icon;
}
