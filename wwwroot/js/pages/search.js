/** Films and people for some words, as they are typed. */

import { setTitle, startPage } from '../app.js';
import { metaLine, movieCard, searchHref } from '../components/card.js';
import { movieRow } from '../components/row.js';
import { emptyState, fillFrom, skeletonCards } from '../components/states.js';
import { h, replace } from '../lib/dom.js';
import { find } from '../lib/find.js';
import { otherTitleOf, personName, t, titleOf } from '../lib/i18n.js';

const SIZE = 60;
const WAIT_MS = 160;

const main = startPage(t('search.title'));
const input = h('input', {
  type: 'search', class: 'field search-large', autocomplete: 'off', spellcheck: 'false', 'aria-label': t('header.search'),
  placeholder: t('search.placeholder'), value: new URLSearchParams(location.search).get('q'), data: { testid: 'search-page-input' },
});
const heading = h('h1', { data: { testid: 'search-heading' } });
const results = h('div', { class: 'search-results', 'aria-live': 'polite', data: { testid: 'search-results' } });
replace(main, h('div', { class: 'wrap search-page' }, heading, input, results));

let timer = 0;
let pending = new AbortController();
input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    history.replaceState(null, '', input.value.trim() ? searchHref(input.value.trim()) : location.pathname);
    run(false);
  }, WAIT_MS);
});
run(true);

async function run(withSkeleton) {
  const q = input.value.trim();
  pending.abort();
  pending = new AbortController();
  heading.textContent = q ? t('search.titleFor', { q }) : t('search.title');
  setTitle(heading.textContent);
  if (q === '') {
    replace(results, emptyState(t('search.start'), t('search.startHint')));
    return;
  }
  if (withSkeleton) {
    replace(results, h('ul', { class: 'card-grid' }, skeletonCards(18)));
  }
  const { signal } = pending;
  await fillFrom(results, async () => {
    try {
      return await find(q, SIZE, signal);
    } catch (error) {
      if (signal.aborted) {
        return null;
      }
      throw error;
    }
  }, (found) => (signal.aborted || !found ? [...results.childNodes] : show(found, q)));
}

function show({ items, people, suggestions }, q) {
  if (items.length === 0 && people.length === 0) {
    return [
      emptyState(t('search.nothing', { q }), t('search.nothingHint')),
      suggestions.length > 0 && section(t('search.suggestions'), 'search-suggestions', suggestions.map((movie) => movieCard(movie))),
    ];
  }
  return [
    items.length > 0 && section(t('search.films'), 'search-films', items.map((movie) => movieCard(movie, { note: matchNote(movie) }))),
    people.map(({ name, movies }) => movieRow({
      title: personName(name), testId: 'search-person', now: true, load: async () => movies, card: (movie) => movieCard(movie),
    })),
  ];
}

function section(title, testId, cards) {
  return h('section', { data: { testid: testId } }, h('h2', null, title), h('ul', { class: 'card-grid' }, cards.map((card) => h('li', null, card))));
}

/** Says what matched when it was not one of the titles on the card. */
function matchNote(movie) {
  const known = [titleOf(movie), otherTitleOf(movie)].map((title) => title.toLowerCase());
  return movie.match && !known.includes(movie.match.toLowerCase())
    ? h('p', { class: 'card-meta' }, t('search.matched', { match: movie.match })) : metaLine(movie);
}
