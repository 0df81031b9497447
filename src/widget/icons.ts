/** One stroke each, on a grid of 20. */
const ICONS = {
  listen: 'M4 8v4h3l4 3V5L7 8zm10 0q2 2 0 4m2-7q5 5 0 10',
  copy: 'M8 7h8v9H8zM5 13V4h8',
  share: 'M10 12V4M7 7l3-3 3 3M6 9H4v7h12V9h-2',
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
