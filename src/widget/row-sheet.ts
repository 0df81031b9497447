import { css } from './box.css';
import { makeSheet } from './draw.ts';

export const rowSheet: CSSStyleSheet = makeSheet(css);
