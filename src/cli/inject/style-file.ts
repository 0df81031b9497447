import { STYLE_VERSION } from '../../core/injection/box-markup.ts';

/** The style sheet of the boxes in a built site. No name with a dot in front: hosts of static sites leave such folders out. */
export const STYLE_FILE: string = `standfirst/${STYLE_VERSION}/box.css`;
