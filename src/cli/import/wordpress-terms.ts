/** What WordPress calls its first category, in its languages. Who never renamed it never chose it. */
const DEFAULT_NAMES = new Set(
  [
    'Uncategorized',
    'Uncategorised',
    'Non classé',
    'Non catégorisé',
    'Allgemein',
    'Nicht kategorisiert',
    'Sin categoría',
    'Sin categorizar',
    'Sense categoria',
    'Sen categoría',
    'Senza categoria',
    'Sem categoria',
    'Geen categorie',
    'Niet gecategoriseerd',
    'Ukategorisert',
    'Ukategoriseret',
    'Ikke kategoriseret',
    'Okategoriserade',
    'Okategoriserad',
    'Luokittelematon',
    'Yleinen',
    'Bez kategorii',
    'Nezařazené',
    'Nezaradené',
    'Egyéb',
    'Egyéb kategória',
    'Fără categorie',
    'Uncategorized @ro',
    'Genel',
    'Kategorisiz',
    'Без рубрики',
    'Без категорії',
    'Без категории',
    'Χωρίς κατηγορία',
    'Μη κατηγοριοποιημένο',
    'غير مصنف',
    'دسته‌بندی نشده',
    'כללי',
    'अवर्गीकृत',
    '未分类',
    '未分類',
    '미분류',
  ].map((name) => name.toLowerCase()),
);
/** The first category of every WordPress. */
const FIRST_TERM = 1;

/** Whether a category is the one that posts get where nobody has chosen: number 1, and never renamed. */
export function isDefaultCategory({ id, name }: { id?: number | undefined; name: string }): boolean {
  return (id === undefined || id === FIRST_TERM) && DEFAULT_NAMES.has(name.trim().toLowerCase());
}
