import { type RenderResult, tryRender } from './content.ts';
import { splitText, writeParagraphs } from './plain-text.ts';

/** Plain text as `renderContent` renders it, without the readers of HTML and Markdown: those take a cold isolate a while. */
export function renderText(source: string): RenderResult {
  return tryRender(source, (text) => {
    const paragraphs = splitText(text);
    return {
      paragraphs,
      summaryOff: false,
      elsewhere: [],
      get html() {
        return writeParagraphs(paragraphs);
      },
    };
  });
}
