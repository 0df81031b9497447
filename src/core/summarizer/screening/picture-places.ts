import type { Article } from '../article/read-article.ts';
import { hasSigns } from '../article/sentence-signs.ts';
import { OPENER } from '../characters/mark-kinds.ts';
import { lateExpression } from '../memory/late-expression.ts';

/** What stands in the bracket of a caption. */
const PLACES = lateExpression(
  '(?:^|[\\s,])(?:left|right|cent(?:er|re)|middle|rear|front|back row|foreground|background|above|below|top|bottom|inset|pictured|seen here|shown|illustrated|file photo|links|rechts|mitte|vorn|hinten|im bild|à gauche|à droite|au centre|ci-contre|ci-dessus|ci-dessous|a la izquierda|a la derecha|en el centro|izquierda|derecha|a sinistra|a destra|al centro|à esquerda|à direita|ao centro|midden|til venstre|til høyre|til højre|till vänster|till höger|i midten|po lewej|po prawej|vlevo|vpravo|solda|sağda)(?:$|[\\s,])',
  'iu',
);
const LONGEST_BRACKET = 40;

/** "(left)", "(back right)", "(not pictured)": who stands where in a picture. */
export function namesPicturePlaces(article: Article, sentence: number): boolean {
  if (!hasSigns(article, sentence, 1 << OPENER)) return false;
  const { text } = article.sentences[sentence] ?? { text: '' };
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close < 0) return false;
    if (close - open <= LONGEST_BRACKET && PLACES().test(text.slice(open + 1, close))) return true;
  }
  return false;
}
