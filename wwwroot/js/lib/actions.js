/** What a visitor can do to a film: rate it, or send it away. Shown at once, taken back if the server refuses. */

import { postRatings } from './api.js';
import { h } from './dom.js';
import { formatStars } from './format.js';
import { t, titleOf } from './i18n.js';
import { dismiss, rememberHasRatings, undoDismiss } from './store.js';

/** Sent on `document` after the server has taken ratings; `detail` is the list of `{movieId, rating}`. */
export const RATED = 'sparrow:rated';

async function toast(message, options) {
  const { showToast } = await import('../components/toast.js');
  showToast(message, options);
}

/**
 * Sends ratings of the current user and tells the page.
 * @param {{movieId: number, rating: number}[]} ratings
 */
export async function sendRatings(ratings) {
  await postRatings(ratings);
  rememberHasRatings(true);
  document.dispatchEvent(new CustomEvent(RATED, { detail: ratings }));
}

/**
 * Rates a movie for the current user.
 * @param {{movieId: number, title: string, titleZh: string}} movie
 * @param {number} rating stars, 0.5 to 5
 * @returns {Promise<boolean>} whether the server took it; the caller takes its stars back if not
 */
export async function rate(movie, rating) {
  const title = titleOf(movie);
  try {
    await sendRatings([{ movieId: movie.movieId, rating }]);
  } catch (error) {
    const detail = error.isOffline ? t('state.offline') : error.message;
    toast(t('stars.failed', { title, detail }), { isError: true });
    return false;
  }
  const action = document.body.dataset.page === 'foryou' ? undefined
    : h('a', { href: '/foryou.html' }, t('stars.seeFeed'));
  toast(t('stars.saved', { title, stars: formatStars(rating) }), { action });
  return true;
}

/**
 * Keeps a movie out of the current user's recommendations, with a way back.
 * @param {{movieId: number, title: string, titleZh: string}} movie
 * @param {() => void} restore puts back what the caller took away
 */
export function sendAway(movie, restore) {
  dismiss(movie.movieId);
  const undo = h('button', { type: 'button', on: { click: () => { undoDismiss(movie.movieId); restore(); } } }, t('common.undo'));
  toast(t('card.hidden', { title: titleOf(movie) }), { action: undo });
}
