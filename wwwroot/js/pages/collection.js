/** All films of a genre, or all films: sorted, from any decade, without end. */

import { setTitle, startPage } from '../app.js';
import { genreHref, movieCard } from '../components/card.js';
import { endlessGrid } from '../components/grid.js';
import { emptyState, skeletonCards } from '../components/states.js';
import { getGenres, getMovies } from '../lib/api.js';
import { append, h, replace } from '../lib/dom.js';
import { formatCount } from '../lib/format.js';
import { genreName, t } from '../lib/i18n.js';

const SORTS = ['score', 'popular', 'rating', 'year', 'trending'];
const PAGE_SIZE = 60;
const FIRST_DECADE = 1920;

const query = new URLSearchParams(location.search);
const genre = query.get('value') ?? '';
let sort = SORTS.includes(query.get('sort') ?? '') ? query.get('sort') : SORTS[0];
let decade = Number(query.get('decade')) || 0;
let eager = 12; // Posters of the first window; the others wait until they come near.

const title = genre ? genreName(genre) : t('collection.title');
const main = startPage(title);
const total = h('p', { class: 'collection-total', data: { testid: 'collection-total' } }, '\u00a0');

const grid = endlessGrid({
  className: 'card-grid', testId: 'collection-grid',
  loadPage,
  card: (movie) => movieCard(movie, { eager: eager-- > 0 }),
  skeletons: () => skeletonCards(18),
  empty: showNothing,
});

replace(main,
  h('header', { class: 'collection-head', data: { genre } }, h('div', { class: 'wrap' },
    h('div', null, h('h1', { data: { testid: 'collection-title' } }, title), total),
    h('div', { class: 'collection-controls' }, sortChoice(), decadeChoice()))),
  h('div', { class: 'wrap' }, h('h2', { class: 'visually-hidden' }, t('search.films')), grid));
setTitle(title);

async function loadPage(cursor) {
  const years = decade ? { yearFrom: decade, yearTo: decade + 9 } : {};
  const page = await getMovies({ genre, sort, size: PAGE_SIZE, cursor, ...years });
  total.textContent = t('collection.total', { count: formatCount(page.total), value: page.total });
  return page;
}

function sortChoice() {
  return select(t('collection.sort'), 'collection-sort', SORTS.map((name) => [name, t(`sort.${name}`)]), sort, (name) => {
    sort = name;
    change();
  });
}

function decadeChoice() {
  const decades = [];
  for (let year = Math.floor(new Date().getFullYear() / 10) * 10; year >= FIRST_DECADE; year -= 10) {
    decades.push([String(year), t('collection.decadeOf', { decade: year })]);
  }
  return select(t('collection.decade'), 'collection-decade', [['', t('collection.anyDecade')], ...decades], String(decade || ''), (year) => {
    decade = Number(year);
    change();
  });
}

function select(name, testId, options, chosen, onChange) {
  const field = h('select', { class: 'field', data: { testid: testId }, on: { change: () => onChange(field.value) } },
    options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)));
  return h('label', { class: 'control' }, h('span', { class: 'control-name' }, name), field);
}

function change() {
  const next = new URLSearchParams(genre ? { type: 'genre', value: genre, sort } : { sort });
  if (decade) {
    next.set('decade', String(decade));
  }
  window.history.replaceState(null, '', `?${next}`);
  grid.reload();
}

/** An unknown genre leads to those that exist. */
function showNothing() {
  if (decade || !genre) {
    return emptyState(t('foryou.empty'), t('foryou.emptyHint'));
  }
  const chips = h('div', { class: 'chips' });
  getGenres().then(({ items }) => append(chips, items.map(({ name }) =>
    h('a', { class: 'chip', href: genreHref(name), data: { genre: name } }, genreName(name)))), () => {});
  return emptyState(t('collection.missing', { genre }), t('collection.missingHint'), chips);
}
