/** A film of the feed: wide, with its reason and the stars to rate it. */

import { h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { genreName, otherTitleOf, t, titleOf } from '../lib/i18n.js';
import { averageMark, movieHref, poster, whyButton } from './card.js';
import { starsInput } from './stars.js';

/**
 * @param {any} item
 * @param {any} feed the answer it came in
 * @param {(item: any, element: HTMLElement) => void} onHide
 */
export function feedItem(item, feed, onHide) {
  const title = titleOf(item);
  const facts = [item.year || null, item.genres.slice(0, 3).map(genreName).join(' / ')].filter(Boolean).join(' · ');
  const hide = h('button', {
    type: 'button', class: 'hide-button', 'aria-label': t('card.notInterested', { title }), title: t('card.hideShort'), data: { testid: 'hide-button' },
  }, icon('hide', 18));
  const element = h('article', { class: 'feed-item', data: { testid: 'feed-item', movieId: item.movieId } },
    h('a', { class: 'feed-poster', href: movieHref(item.movieId), tabindex: -1, 'aria-hidden': 'true' }, poster(item)),
    h('div', { class: 'feed-text' },
      h('h3', null, h('a', { href: movieHref(item.movieId) }, title)),
      h('p', { class: 'feed-other quiet' }, otherTitleOf(item)),
      h('p', { class: 'card-meta' }, h('span', null, facts), averageMark(item)),
      whyButton(item, feed),
      h('div', { class: 'feed-rate' }, starsInput(item, null, 22))),
    hide);
  hide.addEventListener('click', () => onHide(item, element));
  return element;
}
