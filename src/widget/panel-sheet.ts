import { makeSheet } from './draw.ts';
import { css as frameCss } from './panel.css';
import { css as pointsCss } from './points.css';

export const panelSheet: CSSStyleSheet = makeSheet(frameCss + pointsCss);
