import { define } from './define.ts';
import { openPanelOnceLoaded, watchIntent } from './load-panel.ts';
import { StandFirstElement } from './stand-first-element.ts';

/** Entry of `standfirst[.<language>].js`: the core now, the panel on intent. */
StandFirstElement.watchIntent = watchIntent;
define(openPanelOnceLoaded);
