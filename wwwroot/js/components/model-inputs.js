/** What a network was given of a user or a film, in words; and what it attended to. */

import { h } from '../lib/dom.js';
import { formatCount, formatScore, formatStars } from '../lib/format.js';
import { genreName, hasWords, t, titleOf } from '../lib/i18n.js';
import { movieHref } from './card.js';
import { meter } from './charts.js';

const SECONDS_A_DAY = 86_400;

/** Ways to write a number, by the name of its feature; any other has two decimals. */
const WRITERS = {
  userRatingCount: formatCount, movieRatingCount: formatCount, likedByDirector: formatCount, likedByCast: formatCount,
  userAvgReleaseYear: (value) => (value > 0 ? String(Math.round(value)) : '–'),
  releaseYear: (value) => (value > 0 ? String(value) : '–'),
  userReleaseYearStddev: (value) => t('input.years', { count: formatStars(value) }),
  userSecondsSinceLastEvent: (value) => t('input.days', { count: formatCount(Math.round(value / SECONDS_A_DAY)) }),
};

/**
 * The inputs that a person can read: single numbers, genres, and how long the history is. Ids and long rows of numbers are left out.
 * @param {{name: string, kind: string, values: (number | null)[], genres: string[]}[]} inputs
 * @returns {HTMLElement | null} null where nothing is left
 */
function inputList(inputs) {
  const rows = new Map(); // userGenre1, userGenre2, ... stand in one row
  for (const { name, kind, values, genres } of inputs) {
    const key = name.replace(/\d+$/, '');
    const words = kind === 'genre' ? genres.filter(Boolean).map(genreName)
      : kind === 'number' && values.length === 1 ? [(WRITERS[name] ?? formatScore)(values[0])]
      : name === 'userHistory' ? [formatCount(values.length)]
      : [];
    if (words.length > 0) {
      rows.set(key, [...(rows.get(key) ?? []), ...words]);
    }
  }
  return rows.size === 0 ? null : h('dl', { class: 'inputs', data: { testid: 'inputs' } }, [...rows].map(([key, words]) =>
    h('div', null, h('dt', null, hasWords(`input.${key}`) ? t(`input.${key}`) : key), h('dd', null, words.join(t('common.and'))))));
}

/** The same behind a heading, closed; null where nothing is left. @param {string} title @param {any[]} inputs */
export function inputDetails(title, inputs) {
  const list = inputList(inputs);
  return list && h('details', { class: 'model-inputs' }, h('summary', null, title), list);
}

/** Liked films by how much they mattered, the first one's bar full. @param {{movieId: number, title: string, titleZh: string, weight: number}[]} attention */
export function attentionBars(attention) {
  return h('div', { class: 'attention', data: { testid: 'attention' } }, attention.map((movie) =>
    meter(h('a', { class: 'link', href: movieHref(movie.movieId) }, titleOf(movie)), movie.weight / attention[0].weight, '')));
}
