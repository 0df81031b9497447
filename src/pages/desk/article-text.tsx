import { splitSentences } from '../../core/summarizer/index.ts';
import type { DeskLabels } from './desk-labels.ts';
import type { ReviewProps } from './review-props.ts';

/** The text in its paragraphs; a press on a sentence takes it in or out. */
export function ArticleText({ record, review, draft, labels }: ReviewProps & { labels: DeskLabels }) {
  const { text, language } = record;
  const standing = review.sentences.map((sentence) => sentence.text);
  const taken = new Set(draft?.sentences ?? draft?.taken ?? standing);
  return (
    <fieldset id="text" aria-describedby="text-hint">
      <legend>{labels.article}</legend>
      <p id="text-hint" class="hint">
        {labels.articleHint}
      </p>
      <div lang={language} dir="auto">
        {paragraphsOf(text, language).map((sentences) => (
          <p class="paragraph">
            {sentences.map((sentence) => (
              <>
                <label class="sentence">
                  <input
                    class="take"
                    type="checkbox"
                    name="take"
                    value={sentence}
                    checked={taken.has(sentence)}
                  />
                  {sentence}
                </label>{' '}
              </>
            ))}
          </p>
        ))}
      </div>
    </fieldset>
  );
}

function paragraphsOf(text: string, language: string): string[][] {
  const paragraphs: string[][] = [];
  let end = -1;
  for (const sentence of splitSentences(text, language)) {
    const isSameParagraph = end >= 0 && !text.slice(end, sentence.offset).includes('\n\n');
    if (!isSameParagraph) paragraphs.push([]);
    paragraphs.at(-1)?.push(sentence.text);
    end = sentence.offset + sentence.length;
  }
  return paragraphs;
}
