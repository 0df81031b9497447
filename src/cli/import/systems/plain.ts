import { wordsOf } from '../folder/front-values.ts';
import { splitPath } from '../folder/path-names.ts';
import { withoutAttributes } from '../marks/kramdown.ts';
import { withoutLiquid } from '../marks/liquid.ts';
import { withoutMdx } from '../marks/mdx.ts';
import { outsideCode } from '../marks/outside-code.ts';
import { withoutNoteMarks } from '../marks/wiki-links.ts';
import { openHugo } from './hugo.ts';
import type { FolderSystem, OpenSite } from './system.ts';

/** A folder of no known system, notebooks included: the commonest addresses, and the marks of all systems go. */
export const plain: FolderSystem = {
  name: 'Markdown',
  open(content, options): Promise<OpenSite> {
    const site = openHugo(content, undefined, options);
    return Promise.resolve({
      read: (file, source) => {
        const isMdx = /^mdx$/iu.test(splitPath(file.name).ending);
        const clean = (text: string) => withoutNoteMarks(withoutAttributes(isMdx ? withoutMdx(text) : text));
        const known = (key: string) => wordsOf(source.front.get(key.replace(/^page\./u, '')));
        const markdown = outsideCode(source.markdown, (text) => clean(withoutLiquid(text, known)));
        return site.read(file, { ...source, markdown });
      },
    });
  },
};
