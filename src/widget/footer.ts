import type { Summary } from '../core/summary/summary.ts';
import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { articleUrl, drawControl, has, type OpenBox, pageUrl, say } from './open-box.ts';

/** How long a button says what came of its press. */
const TOLD_MS = 2_000;

/** Who made the summary, how, and what can be done with it; what few sites ask for is added by the extras. */
export function drawFooter(box: OpenBox, { sentences, label, article }: Summary): void {
  const points = sentences.map(({ text }) => `• ${text}\n`).join('');
  const how = draw('a', { href: `${pageUrl(box)}#how`, part: 'link' }, box.labelOf('how'));
  box.footLine.replaceChildren(
    draw('span', {}, draw('slot', { name: 'note' }, label.text)),
    draw('slot', { name: 'how' }, how),
    draw(
      'div',
      {},
      has(box, 'copy') ? drawCopy(box, 'copy', points + (article?.url ?? articleUrl(box))) : '',
    ),
  );
}

/** Copies by the clipboard, where there is one (not without HTTPS); a page may be refused it. */
export function drawCopy(box: OpenBox, name: string, text: string): Node | '' {
  const { labelOf } = box;
  const tell = (key: string) => {
    button.textContent = labelOf(key);
    say(box, labelOf(key));
    setTimeout(() => {
      button.textContent = labelOf(name);
    }, TOLD_MS);
  };
  const done = () => {
    tell('copied');
    emit(box, name, { how: 'copy' });
  };
  const button = drawControl(() => {
    navigator.clipboard.writeText(text).then(done, () => tell('notCopied'));
  }, labelOf(name));
  return navigator.clipboard ? button : '';
}
