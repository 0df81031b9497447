import { define } from './define.ts';
import { openPanel } from './panel.ts';
import { placeBoxes } from './place-boxes.ts';
import type { OpenPanel } from './stand-first-element.ts';

/** Entry of `standfirst.full[.<language>].js`: one file, and with `data-auto` one line for the whole page. */
const script = document.currentScript as HTMLScriptElement;
define(script, openPanel as OpenPanel);
placeBoxes(script.dataset.auto);
