import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { drawControl, type OpenBox } from './open-box.ts';

/** A voice for a language; those of the device come first, since others send the text to their maker. */
function chooseVoice(language: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter(({ lang }) => lang.slice(0, 2) === language.slice(0, 2));
  return voices.find(({ localService }) => localService) ?? voices[0];
}

/**
 * The button that reads the points aloud, one utterance each: Chromium falls silent within longer ones. Hidden while
 * there is no voice for the language; Chromium learns its voices late.
 */
export function drawListen(box: OpenBox, items: readonly Element[], language: string): HTMLElement {
  let isOn: boolean;
  let voice: SpeechSynthesisVoice | undefined;
  const show = (on: boolean) => {
    isOn = on;
    button.ariaLabel = box.labelOf(on ? 'stop' : 'listen');
    // U+FE0E: as text, not as a picture.
    button.replaceChildren(on ? '■' : '▶\ufe0e', draw('bdi', {}, button.ariaLabel));
  };
  const turn = (on: boolean) => {
    speechSynthesis.cancel();
    follow();
    show(on);
    emit(box, 'listen', { on });
  };
  const hush = () => isOn && turn(false);
  const follow = (current?: Element) => {
    for (const item of items) item.ariaCurrent = `${item === current}`;
  };
  const button = drawControl(() => {
    turn(!isOn);
    if (!isOn) return;
    for (const item of items) {
      const utterance = new SpeechSynthesisUtterance((item.firstChild as HTMLElement).innerText);
      utterance.voice = voice as SpeechSynthesisVoice;
      utterance.lang = language;
      utterance.onstart = () => follow(item);
      if (item === items.at(-1)) utterance.onend = hush;
      speechSynthesis.speak(utterance);
    }
  });
  const offer = () => {
    voice = chooseVoice(language);
    button.hidden = !voice;
  };
  show(false);
  offer();
  speechSynthesis.onvoiceschanged = offer;
  box.endings.push(hush);
  return button;
}
