import { draw } from './draw.ts';
import { drawIcon, type ICONS } from './icons.ts';

type Emit = (name: string, detail?: object) => void;
type Say = (text: string) => void;

export function drawTool(name: string, icon: keyof typeof ICONS, click: () => void): HTMLButtonElement {
  return draw('button', { part: 'control', title: name, 'aria-label': name, click }, drawIcon(icon));
}

/** Copies; a browser may refuse the clipboard, and then nothing is said to have been copied. */
export function drawCopy(
  content: string,
  name: string,
  icon: 'copy' | 'share',
  onCopied: () => void,
): HTMLElement {
  const button = drawTool(name, icon, async () => {
    try {
      await navigator.clipboard.writeText(content);
    } catch {
      return;
    }
    button.replaceChildren(drawIcon('done'));
    onCopied();
  });
  return button;
}

/** The browser's own sharing, else a copy of the link. */
export function drawShare(url: string, text: (key: string) => string, say: Say, emit: Emit): HTMLElement {
  const share = (how: string) => () => emit('share', { how });
  if (!navigator.share)
    return drawCopy(url, text('share'), 'share', () => {
      say(text('copied'));
      share('copy')();
    });
  return drawTool(text('share'), 'share', () => {
    navigator.share({ title: document.title, url }).then(share('share'), () => {}); // Refused: the reader closed it.
  });
}

/** Two thumbs, of which at most one is pressed; a second press takes it back. */
export function drawFeedback(text: (key: string) => string, say: Say, emit: Emit): HTMLElement[] {
  const thumbs = (['helpful', 'notHelpful'] as const).map((key, index) => {
    const thumb = drawTool(text(key), key, () => {
      const isPressed = thumb.ariaPressed !== 'true';
      for (const other of thumbs) other.ariaPressed = `${isPressed && other === thumb}`;
      say(isPressed ? text('thanks') : '');
      emit('feedback', { v: isPressed ? 1 - 2 * index : 0 });
    });
    thumb.ariaPressed = 'false';
    return thumb;
  });
  return [draw('span', { class: 'soft', 'aria-hidden': 'true' }, text('helpfulQuestion')), ...thumbs];
}
