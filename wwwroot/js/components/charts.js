/** Small charts from plain elements; every bar has its numbers in words. */

import { h } from '../lib/dom.js';
import { formatAverage, formatCount, formatShare, formatStars } from '../lib/format.js';
import { genreName, t } from '../lib/i18n.js';
import { genreHref } from './card.js';

/** @typedef {{year: number, count: number, averageRating: number}} YearCount */

/**
 * Upright bars, one a value.
 * @param {{height: number, label: string, words: string, tone?: number}[]} bars `height`: any unit, `tone`: 0 to 1, how much accent
 * @param {string} name of the chart
 * @param {string} testId
 */
export function columns(bars, name, testId) {
  const highest = Math.max(1, ...bars.map((bar) => bar.height));
  return h('ol', { class: 'columns', 'aria-label': name, data: { testid: testId } }, bars.map((bar) =>
    h('li', { class: 'column', title: bar.words },
      h('span', { class: 'column-bar', 'aria-hidden': 'true', style: { '--height': bar.height / highest, '--tone': `${Math.round((bar.tone ?? 1) * 100)}%` } }),
      h('span', { class: 'column-label', 'aria-hidden': 'true' }, bar.label),
      h('span', { class: 'visually-hidden' }, bar.words))));
}

/** How ratings are spread over half stars. @param {number[]} histogram 10 counts @param {string} testId */
export function starHistogram(histogram, testId) {
  return columns(histogram.map((count, i) => {
    const stars = formatStars((i + 1) / 2);
    return {
      height: count, tone: 0.35 + 0.065 * (i + 1), label: i % 2 === 1 ? stars : '',
      words: t('movie.histogramBar', { stars, count: formatCount(count), value: count }),
    };
  }), t('movie.histogram'), testId);
}

/** Rated films by the decade they are from; a brighter bar means more stars. @param {YearCount[]} years of release, ascending */
export function decadeChart(years) {
  return columns(decadesOf(years).map(({ decade, count, averageRating }) => ({
    height: count, tone: Math.max(0.25, (averageRating - 1) / 4), label: String(decade),
    words: t('person.decadeBar', { decade, count: formatCount(count), value: count, stars: formatAverage(averageRating) }),
  })), t('person.decades'), 'decade-chart');
}

/** Every decade from the first to the last, also those without a film. @param {YearCount[]} years */
function decadesOf(years) {
  const decades = new Map();
  const decadeOf = (year) => Math.floor(year / 10) * 10;
  for (let decade = decadeOf(years[0].year); decade <= years[years.length - 1].year; decade += 10) {
    decades.set(decade, { decade, count: 0, stars: 0 });
  }
  for (const { year, count, averageRating } of years) {
    const sum = decades.get(decadeOf(year));
    sum.count += count;
    sum.stars += count * averageRating;
  }
  return [...decades.values()].map(({ decade, count, stars }) => ({ decade, count, averageRating: count > 0 ? stars / count : 0 }));
}

/** Lying bars of favourite genres, each in its own colour. @param {{name: string, share: number, averageRating: number}[]} genres */
export function tasteBars(genres) {
  const widest = Math.max(0.01, ...genres.map((genre) => genre.share));
  return h('ul', { class: 'taste', data: { testid: 'taste' } }, genres.map(({ name, share, averageRating }) => {
    const numbers = { genre: genreName(name), share: formatShare(share), stars: formatAverage(averageRating) };
    return h('li', { data: { genre: name }, title: t('person.tasteBar', numbers) },
      h('a', { href: genreHref(name) },
        h('span', { class: 'taste-name' }, numbers.genre),
        h('span', { class: 'taste-track' }, h('span', { class: 'taste-bar', style: { width: `${(share / widest) * 100}%` } })),
        h('span', { class: 'taste-share' }, numbers.share),
        h('span', { class: 'taste-stars' }, `★ ${numbers.stars}`)));
  }));
}

/** One lying bar from 0 to 1 with its name and number. @param {any} name @param {number} value @param {string} words */
export function meter(name, value, words) {
  const bounded = Math.min(1, Math.max(0, value));
  return h('div', { class: 'meter' },
    h('span', { class: 'meter-name' }, name), h('span', { class: 'meter-value' }, words),
    h('span', { class: 'meter-track', 'aria-hidden': 'true' }, h('span', { class: 'meter-bar', style: { width: `${bounded * 100}%` } })));
}
