import { define } from './define.ts';
import { createPanelLoader } from './load-panel.ts';

/** Entry of `standfirst[.<language>].js`: the core now, the panel on intent. */
const script = document.currentScript as HTMLScriptElement;
define(script, createPanelLoader(script.src));
