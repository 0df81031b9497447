import { listenToKeys } from './keys.ts';
import { openQueue } from './queue.ts';
import { openReview } from './review.ts';
import { forgetDrafts } from './stored-draft.ts';

/**
 * What makes the desk quick. Every page works without it: it only ever presses buttons that stand there. All that it
 * writes is text, so the pages can ask for Trusted Types and allow no policy.
 */
const review = document.querySelector<HTMLFormElement>('#review');
const queue = document.querySelector<HTMLElement>('.queue');
if (review !== null) openReview(review);
if (queue !== null) openQueue(queue);
listenToKeys(review === null ? 'queue' : 'review');
document.querySelector('[data-sign-out]')?.addEventListener('submit', forgetDrafts);
