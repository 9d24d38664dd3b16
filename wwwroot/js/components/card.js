/** A film as poster, title and one line of facts: the unit of every row and grid. */

import { h } from '../lib/dom.js';
import { formatAverage, formatStars } from '../lib/format.js';
import { icon, star } from '../lib/icons.js';
import { genreInSentence, genreName, t, titleOf } from '../lib/i18n.js';

/** Address of a movie's page. @param {number} movieId */
export const movieHref = (movieId) => `/movie.html?movieId=${movieId}`;

/** Address of a genre's page. @param {string} genre */
export const genreHref = (genre) => `/collection.html?type=genre&value=${encodeURIComponent(genre)}`;

/** Address of a person's page. @param {number} userId */
export const userHref = (userId) => `/user.html?id=${userId}`;

/** Address of a search. @param {string} q */
export const searchHref = (q) => `/search.html?q=${encodeURIComponent(q)}`;

/**
 * The poster; where the image does not come, the title stands in its place.
 * @param {{movieId: number, title: string, titleZh: string}} movie
 * @param {{eager?: boolean, alt?: string}} [options] `eager`: it is in the first window
 */
export function poster(movie, { eager = false, alt = '' } = {}) {
  const image = h('img', {
    src: `/posters/${movie.movieId}.jpg`, width: 400, height: 600, alt, decoding: 'async',
    loading: eager ? null : 'lazy', fetchpriority: eager ? 'high' : null, draggable: 'false',
  });
  const frame = h('span', { class: 'poster' }, image);
  image.addEventListener('error', () => {
    image.replaceWith(h('span', { class: 'poster-title' }, titleOf(movie)));
  }, { once: true });
  return frame;
}

/** "1972 · Crime" and the average. @param {any} movie */
export function metaLine(movie) {
  const facts = [movie.year || null, movie.genres[0] ? genreName(movie.genres[0]) : null].filter(Boolean).join(' · ');
  return h('p', { class: 'card-meta' }, h('span', null, facts), averageMark(movie));
}

/** A star and the average; nothing where nobody rated. @param {any} movie */
export function averageMark(movie) {
  if (movie.ratingCount === 0) {
    return null;
  }
  const stars = formatAverage(movie.averageRating);
  return h('span', { class: 'average', role: 'img', 'aria-label': t('common.averageOf', { stars }), data: { testid: 'average' } },
    star(12), stars);
}

/**
 * @param {any} movie a movie card of the API
 * @param {{eager?: boolean, note?: any, actions?: any, reason?: any}} [parts]
 *   `note`: instead of the line of facts; `actions`: over the poster; `reason`: below
 */
export function movieCard(movie, { eager, note, actions, reason } = {}) {
  const title = titleOf(movie);
  return h('article', { class: 'card', data: { testid: 'movie-card', movieId: movie.movieId } },
    h('a', { class: 'card-link', href: movieHref(movie.movieId), title },
      poster(movie, { eager }), h('h3', { class: 'card-title' }, title)),
    note ?? metaLine(movie), actions, reason);
}

/** The line of a film in a history: the stars somebody gave. @param {any} rated @param {boolean} isYou */
export function ratedNote(rated, isYou) {
  const stars = formatStars(rated.rating);
  return h('p', { class: 'card-meta' }, h('span', null, rated.year || ''),
    h('span', { class: 'average given', role: 'img', 'aria-label': t(isYou ? 'card.yours' : 'card.theirs', { stars }) }, star(12), stars));
}

/**
 * A recommendation's reason in one line.
 * @param {{kind: string, title: string | null, titleZh: string | null, genre: string | null}} reason
 * @param {boolean} isYou
 */
export function reasonWords(reason, isYou = true) {
  switch (reason.kind) {
    case 'liked': return t(isYou ? 'reason.liked' : 'reason.otherLiked', { title: titleOf(reason) });
    case 'genre': return t(isYou ? 'reason.genre' : 'reason.otherGenre', { genre: genreInSentence(reason.genre) });
    default: return t('reason.popular');
  }
}

/**
 * The reason as a button that opens the whole explanation.
 * @param {any} item of a feed
 * @param {any} feed the feed it came in
 * @param {boolean} isYou whether the feed is the current user's
 */
export function whyButton(item, feed, isYou = true) {
  return h('button', {
    type: 'button', class: 'card-reason', 'aria-haspopup': 'dialog', data: { testid: 'why-button' },
    'aria-label': `${reasonWords(item.reason, isYou)}. ${t('card.why', { title: titleOf(item) })}`,
    on: { click: async () => (await import('./why.js')).openWhy(item, feed) },
  }, h('span', null, reasonWords(item.reason, isYou)), icon('why', 16));
}

/**
 * A card with its reason and, for the current user, a way to send the film away.
 * @param {any} item
 * @param {any} feed
 * @param {{eager?: boolean, isYou?: boolean, onHide?: (item: any, card: HTMLElement) => void}} [options]
 */
export function recommendedCard(item, feed, { eager, isYou = true, onHide } = {}) {
  const hide = onHide && h('button', {
    type: 'button', class: 'hide-button', 'aria-label': t('card.notInterested', { title: titleOf(item) }),
    title: t('card.hideShort'), data: { testid: 'hide-button' },
  }, icon('hide', 18));
  const card = movieCard(item, { eager, actions: hide, reason: whyButton(item, feed, isYou) });
  hide?.addEventListener('click', () => onHide(item, card));
  return card;
}
