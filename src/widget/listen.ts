import { draw } from './draw.ts';
import { drawIcon } from './icons.ts';

/** A voice for a language; those of the device come first, since others send the text to their maker. */
function chooseVoice(language: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter(({ lang }) => lang.slice(0, 2) === language.slice(0, 2));
  return voices.find(({ localService }) => localService) ?? voices[0];
}

/**
 * The button that reads the points aloud, one utterance each: Chromium falls silent within longer ones. Hidden while
 * there is no voice for the language; Chromium learns its voices late.
 *
 * @returns The button, and what silences it.
 */
export function drawListen(
  items: readonly Element[],
  texts: readonly string[],
  language: string,
  text: (key: string) => string,
  emit: (name: string, detail: object) => void,
): [button: HTMLElement, hush: () => void] {
  let isOn = false;
  const turn = (on: boolean) => {
    isOn = on;
    button.replaceChildren(drawIcon(on ? 'stop' : 'play'), draw('b', {}, text(on ? 'stop' : 'listen')));
  };
  const follow = (current: number) =>
    items.forEach((item, index) => item.classList.toggle('spoken', index === current));
  const hush = () => {
    if (!isOn) return;
    speechSynthesis.cancel();
    follow(-1);
    turn(false);
    emit('listen', { on: false });
  };
  const button = draw('button', {
    part: 'control',
    click: () => {
      if (isOn) return hush();
      turn(true);
      emit('listen', { on: true });
      speechSynthesis.cancel();
      texts.forEach((sentence, index) => {
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.voice = chooseVoice(language) ?? null;
        utterance.lang = language;
        utterance.onstart = () => follow(index);
        if (!texts[index + 1]) utterance.onend = hush;
        speechSynthesis.speak(utterance);
      });
    },
  });
  const offer = () => {
    button.hidden = !chooseVoice(language);
  };
  turn(false);
  offer();
  speechSynthesis.onvoiceschanged = offer;
  return [button, hush];
}
