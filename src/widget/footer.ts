import type { Summary } from '../core/summary.ts';
import { draw } from './draw.ts';
import { drawIcon } from './icons.ts';
import { articleUrl, drawControl, has, type LabelOf, type PanelView, pageUrl, say } from './panel-view.ts';

/** Who made the summary, how, and what can be done with it. */
export function drawFooter(view: PanelView, { sentences, label, article }: Summary, labelOf: LabelOf): void {
  const points = sentences.map((point) => `• ${point.text}\n`).join('');
  const canCopy = navigator.clipboard;
  view.footLine.replaceChildren(
    draw('span', { class: 'note' }, draw('slot', { name: 'note' }, label.text)),
    draw('slot', { name: 'how' }, draw('a', { href: `${pageUrl(view)}#how`, part: 'link' }, labelOf('how'))),
    draw(
      'div',
      {},
      has(view, 'copy') && canCopy
        ? drawCopy(view, 'copy', points + (article?.url ?? articleUrl(view)), labelOf)
        : '',
      has(view, 'share') ? drawShare(view, labelOf) : '',
      ...(has(view, 'feedback') ? drawFeedback(view, labelOf) : []),
    ),
  );
}

/** A browser may refuse the clipboard; then nothing is said to have been copied. */
function drawCopy(view: PanelView, name: 'copy' | 'share', content: string, labelOf: LabelOf): HTMLElement {
  const copied = () => {
    button.textContent = '✓';
    say(view, labelOf('copied'));
    view.emitEvent(name, { how: 'copy' });
  };
  const click = () => void navigator.clipboard.writeText(content).then(copied, () => {});
  const button = drawControl(labelOf(name), click, drawIcon(name));
  return button;
}

/** The browser's own sharing, else a copy of the link. */
function drawShare(view: PanelView, labelOf: LabelOf): HTMLElement {
  const url = pageUrl(view);
  if (!navigator.share) return drawCopy(view, 'share', url, labelOf);
  const shared = () => view.emitEvent('share', { how: 'share' });
  const click = () => void navigator.share({ title: document.title, url }).then(shared, () => {}); // Closed again.
  return drawControl(labelOf('share'), click, drawIcon('share'));
}

/** Two answers, of which at most one is pressed; a second press takes it back. */
function drawFeedback(view: PanelView, labelOf: LabelOf): HTMLElement[] {
  const answers = ['helpful', 'notHelpful'].map((name, index) => {
    const click = () => {
      const isPressed = answer.ariaPressed !== 'true';
      for (const other of answers) other.ariaPressed = `${isPressed && other === answer}`;
      say(view, isPressed ? labelOf('thanks') : '');
      view.emitEvent('feedback', { v: isPressed ? 1 - 2 * index : 0 });
    };
    const answer = drawControl(labelOf(name), click, labelOf(name));
    answer.ariaPressed = 'false';
    return answer;
  });
  return answers;
}
