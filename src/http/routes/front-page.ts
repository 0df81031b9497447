import { LIST_TAG } from '../../core/catalogue/copy-keys.ts';
import { formatListEtag } from '../../core/catalogue/etag.ts';
import { FRONT_MAX_COUNT } from '../../core/catalogue/front.ts';
import { loadLabelsOf } from '../../core/labels/labels.ts';
import { loadOnce } from '../../core/load-once.ts';
import { listArticles } from '../../flows/list-articles.ts';
import { type Answer, HTML_TYPE } from '../answer.ts';
import { type Context, callerAddress, type Dependencies, originOf } from '../context.ts';
import { respond } from '../respond.ts';

const frontPages = loadOnce(() => import('../../pages/front-page.tsx'));

export async function getFrontPage(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, build } = dependencies;
  const { publicationName } = settings;
  const { catalogue, changes, items } = await listArticles(
    dependencies,
    { limit: FRONT_MAX_COUNT },
    callerAddress(context),
  );
  const origin = originOf(context, settings);
  return respond(context, settings, {
    etag: formatListEtag(catalogue, changes, `front page ${origin} ${publicationName} ${build}`),
    cache: 'list',
    contentType: HTML_TYPE,
    tags: [LIST_TAG],
    body: async () => {
      const { renderFrontPage } = await frontPages();
      const labelsOf = await loadLabelsOf(['en', ...items.map((item) => item.language)]);
      return renderFrontPage({ items, labelsOf, publicationName, origin });
    },
  });
}
