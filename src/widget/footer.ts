import type { Summary } from '../core/summary/summary.ts';
import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { articleUrl, drawControl, has, type OpenBox, pageUrl, say } from './open-box.ts';

/** How long a button says what came of its press. */
const TOLD_MS = 2_000;

/** Who made the summary, how, and what can be done with it. */
export function drawFooter(box: OpenBox, { sentences, label, article }: Summary): void {
  const { labelOf } = box;
  const points = sentences.map(({ text }) => `• ${text}\n`).join('');
  /** By the browser's own sharing, which a reader may call off, else by the clipboard, which a page may be refused. */
  const offer = (name: string, text: string, isSharing = false): Node | '' => {
    const tell = (key: string) => {
      if (isSharing) return;
      button.textContent = labelOf(key);
      say(box, labelOf(key));
      setTimeout(() => button.replaceChildren(labelOf(name)), TOLD_MS);
    };
    const done = () => {
      tell('copied');
      emit(box, name, { how: isSharing ? 'share' : 'copy' });
    };
    const button = drawControl(() => {
      const act = isSharing
        ? navigator.share({ title: document.title, url: text })
        : navigator.clipboard.writeText(text);
      act.then(done, () => tell('notCopied'));
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
