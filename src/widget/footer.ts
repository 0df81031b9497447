import type { Summary } from '../core/summary/summary.ts';
import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { articleUrl, drawControl, has, type OpenBox, pageUrl, say } from './open-box.ts';

/** Who made the summary, how, and what can be done with it. */
export function drawFooter(box: OpenBox, { sentences, label, article }: Summary): void {
  const { labelOf } = box;
  const points = sentences.map(({ text }) => `• ${text}\n`).join('');
  /** By the browser's own sharing, else by the clipboard. Either may be refused: then nothing is said. */
  const offer = (name: string, text: string, isSharing = false): Node | '' => {
    const done = () => {
      if (!isSharing) {
        button.textContent = labelOf('copied');
        say(box, labelOf('copied'));
      }
      emit(box, name, { how: isSharing ? 'share' : 'copy' });
    };
    const button = drawControl(() => {
      const act = isSharing
        ? navigator.share({ title: document.title, url: text })
        : navigator.clipboard.writeText(text);
      act.then(done, () => {});
    }, labelOf(name));
    return has(box, name) && (isSharing || navigator.clipboard) ? button : '';
  };
  box.footLine.replaceChildren(
    draw('span', {}, draw('slot', { name: 'note' }, label.text)),
    draw('slot', { name: 'how' }, draw('a', { href: `${pageUrl(box)}#how`, part: 'link' }, labelOf('how'))),
    draw(
      'div',
      {},
      offer('copy', points + (article?.url ?? articleUrl(box))),
      offer('share', pageUrl(box), !!navigator.share),
      ...(has(box, 'feedback') ? drawFeedback(box) : []),
    ),
  );
}

/** Two answers, of which at most one is pressed; a second press takes it back. */
function drawFeedback(box: OpenBox): HTMLElement[] {
  const { labelOf } = box;
  const answers = ['helpful', 'notHelpful'].map((name, index) => {
    const answer = drawControl(() => {
      const isPressed = answer.ariaPressed !== 'true';
      for (const other of answers) other.ariaPressed = `${isPressed && other === answer}`;
      say(box, isPressed ? labelOf('thanks') : '');
      emit(box, 'feedback', { v: isPressed ? 1 - 2 * index : 0 });
    }, labelOf(name));
    answer.ariaPressed = 'false';
    return answer;
  });
  return answers;
}
