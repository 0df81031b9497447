import { draw } from './draw.ts';
import { drawIcon } from './icons.ts';
import type { LabelOf, PanelView } from './panel-view.ts';

/** A voice for a language; those of the device come first, since others send the text to their maker. */
function chooseVoice(language: string): SpeechSynthesisVoice | undefined {
  return speechSynthesis
    .getVoices()
    .filter(({ lang }) => lang.slice(0, 2) === language.slice(0, 2))
    .sort((a, b) => Number(b.localService) - Number(a.localService))[0];
}

/**
 * The button that reads the points aloud, one utterance each: Chromium falls silent within longer ones. Hidden while
 * there is no voice for the language; Chromium learns its voices late.
 */
export function drawListen(
  { endings, emitEvent }: PanelView,
  items: readonly Element[],
  language: string,
  labelOf: LabelOf,
): HTMLElement {
  let isOn = false;
  const turn = (on: boolean) => {
    isOn = on;
    speechSynthesis.cancel();
    follow();
    button.replaceChildren(on ? '■' : drawIcon('listen'), draw('b', {}, labelOf(on ? 'stop' : 'listen')));
    emitEvent('listen', { on });
  };
  const hush = () => isOn && turn(false);
  const follow = (current?: Element) => {
    for (const item of items) item.classList.toggle('spoken', item === current);
  };
  const speak = () => {
    turn(true);
    for (const item of items) {
      const utterance = new SpeechSynthesisUtterance(item.firstChild?.textContent ?? '');
      utterance.voice = chooseVoice(language) ?? null;
      utterance.lang = language;
      utterance.onstart = () => follow(item);
      if (item === items.at(-1)) utterance.onend = hush;
      speechSynthesis.speak(utterance);
    }
  };
  const button = draw(
    'button',
    { part: 'control', click: () => (isOn ? turn(false) : speak()) },
    drawIcon('listen'),
    draw('b', {}, labelOf('listen')),
  );
  const offer = () => {
    button.hidden = !chooseVoice(language);
  };
  offer();
  speechSynthesis.onvoiceschanged = offer;
  endings.push(hush);
  return button;
}
