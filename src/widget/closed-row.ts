import { draw } from './draw.ts';
import { rowSheet } from './row-sheet.ts';

/** What the row is drawn from, and what it leaves to whoever opens the box. */
interface ClosedBox extends HTMLElement {
  readonly label: string;
  readonly action: string;
  readonly headingLevel: string;
  open: boolean;
  textLanguage: string;
  boxElement: HTMLElement;
  rowButton: HTMLElement;
  discloseArea: HTMLElement;
}

/** Draws the closed box anew: a row of two texts, and the empty region that it discloses. */
export function drawRow(box: ClosedBox): void {
  const [language, noTime, getSummary, dir = 'ltr'] = ONLY_LANGUAGE ? ONLY_ROW : chooseRow(box);
  const level = box.headingLevel;
  const root = box.shadowRoot ?? box.attachShadow({ mode: 'open' });
  box.textLanguage = language;
  box.discloseArea = draw('div', { part: 'panel', hidden: true });
  box.rowButton = draw(
    'button',
    {
      part: 'button',
      'aria-expanded': 'false',
      click: () => {
        box.open = !box.open;
      },
    },
    draw('span', { part: 'title' }, box.label || noTime),
    ' ',
    draw('span', { part: 'action' }, draw('span', {}, box.action || getSummary), draw('i', {})),
  );
  box.boxElement = draw(
    'div',
    { part: 'box idle', lang: language, dir },
    draw('div', { role: level && 'heading', 'aria-level': level }, box.rowButton),
    box.discloseArea,
  );
  root.adoptedStyleSheets = [rowSheet];
  root.replaceChildren(box.boxElement);
}

/** By the language of the page around the box, else English, which stands last. */
function chooseRow(box: Element): IdleRow {
  const rows = IDLE_ROWS.split('/').map((row) => row.split('|'));
  return (rows.find(([language]) => box.matches(`:lang(${language})`)) ?? rows.at(-1)) as unknown as IdleRow;
}
