/** One strong recommendation, large. */

import { getMovie } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { genreName, language, otherTitleOf, t, titleOf } from '../lib/i18n.js';
import { averageMark, movieHref, poster, whyButton } from './card.js';
import { starsInput } from './stars.js';

/** The hero before its film is known. */
export function heroSkeleton() {
  return h('div', { class: 'hero-inner', 'aria-hidden': 'true' },
    h('span', { class: 'poster skeleton' }),
    h('div', { class: 'hero-text' }, ['skeleton-short', 'skeleton-title', '', ''].map((size) =>
      h('span', { class: `skeleton skeleton-line ${size}` }))));
}

/**
 * @param {any} item of a feed
 * @param {any} feed
 * @param {(item: any) => void} onHide
 */
export function hero(item, feed, onHide) {
  const title = titleOf(item);
  const synopsis = h('p', { class: 'hero-synopsis' });
  getMovie(item.movieId).then((movie) => {
    replace(synopsis, language === 'zh' && movie.synopsisZh ? movie.synopsisZh : movie.synopsis);
  }, () => {}); // The film speaks for itself.
  const facts = [otherTitleOf(item), item.year || null, item.genres.slice(0, 3).map(genreName).join(' / ')].filter(Boolean).join(' · ');
  return [
    backdrop(item),
    h('div', { class: 'hero-inner', data: { movieId: item.movieId } },
      h('a', { class: 'hero-poster', href: movieHref(item.movieId), tabindex: -1, 'aria-hidden': 'true' }, poster(item, { eager: true })),
      h('div', { class: 'hero-text' },
        h('p', { class: 'eyebrow' }, t('home.strong')),
        h('h1', null, h('a', { href: movieHref(item.movieId), data: { testid: 'hero-title' } }, title)),
        h('p', { class: 'hero-facts' }, facts, averageMark(item)),
        synopsis,
        whyButton(item, feed),
        h('div', { class: 'hero-actions' },
          h('a', { class: 'button button-strong', href: movieHref(item.movieId) }, t('home.details')),
          h('a', { class: 'button', href: `${movieHref(item.movieId)}#similar` }, icon('similar', 18), t('home.more')),
          h('button', { type: 'button', class: 'button', data: { testid: 'hero-hide' }, on: { click: () => onHide(item) } },
            icon('hide', 18), t('card.hideShort'))),
        h('div', { class: 'hero-rate' }, h('span', null, t('home.rate')), starsInput(item, null)))),
  ];
}

/** The film's poster, far out of focus, as the light of the room. @param {{movieId: number}} movie */
export function backdrop(movie) {
  return h('div', { class: 'backdrop', 'aria-hidden': 'true' },
    h('img', { src: `/posters/${movie.movieId}.jpg`, alt: '', width: 400, height: 600, draggable: 'false' }));
}
