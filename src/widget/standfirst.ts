import { define } from './define.ts';
import { loadPanelFrom } from './load-panel.ts';

/** Entry of `standfirst[.<language>].js`: the core now, the panel on intent. */
const script = document.currentScript as HTMLScriptElement;
define(script, ...loadPanelFrom(script.src));
