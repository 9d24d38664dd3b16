/** The first page: one film, then rows. */

import { startPage } from '../app.js';
import { genreHref, movieCard, movieHref, recommendedCard } from '../components/card.js';
import { hero, heroSkeleton } from '../components/hero.js';
import { movieRow, takeOut } from '../components/row.js';
import { errorState } from '../components/states.js';
import { RATED, sendAway } from '../lib/actions.js';
import { getGenres, getMovies, getRatings, getRecommendations, getSimilar } from '../lib/api.js';
import { h, replace, whenNear } from '../lib/dom.js';
import { genreName, t, titleOf, tNodes } from '../lib/i18n.js';
import { dismissed, hasRatings, rememberHasRatings, userId } from '../lib/store.js';

const FEED_SIZE = 24;
const ROW_SIZE = 20;
const BECAUSE_ROWS = 2;
const LIKED_STARS = 4;
const MOVES_ON_MS = 1500;

const main = startPage();
const top = h('section', { class: 'hero', data: { testid: 'hero' } });
const rows = h('div', { class: 'rows wrap' });
replace(main, h('h2', { class: 'visually-hidden' }, t('home.title')), top, rows);

let feedAnswer = getRecommendations({ size: FEED_SIZE });
start();

async function start() {
  if (!hasRatings()) {
    await showPicker();
  } else {
    showHero();
  }
  drawRows();
}

async function showPicker() {
  top.className = 'hero-picker';
  const { picker } = await import('../components/picker.js');
  replace(top, h('div', { class: 'wrap' }, picker(startOver)));
}

function startOver() {
  feedAnswer = getRecommendations({ size: FEED_SIZE });
  showHero();
  drawRows();
  scrollTo({ top: 0, behavior: 'smooth' });
}

async function showHero() {
  top.className = 'hero';
  replace(top, heroSkeleton());
  try {
    const feed = await feedAnswer;
    rememberHasRatings(!feed.isNew);
    const away = new Set(dismissed());
    const item = feed.items.find((film) => !away.has(film.movieId));
    if (feed.isNew || !item) {
      showPicker();
    } else {
      replace(top, hero(item, feed, sendHeroAway));
    }
  } catch (error) {
    replace(top, errorState(error, startOver));
  }
}

function sendHeroAway(item) {
  sendAway(item, showHero);
  showHero();
}

function drawRows() {
  const recommended = recommendedRow();
  const because = h('div', { class: 'rows', data: { testid: 'because-rows' } });
  const genres = h('div', { class: 'rows', data: { testid: 'genre-rows' } });
  replace(rows, recommended, hasRatings() && because, listRow('popular'), listRow('new'), genres);
  if (hasRatings()) {
    whenNear(recommended, () => drawBecause(because));
  }
  whenNear(genres, () => drawGenres(genres), '600px');
}

function recommendedRow() {
  let feed;
  const row = movieRow({
    title: t(hasRatings() ? 'home.recommended' : 'home.recommendedNew'), href: '/foryou.html', testId: 'row-recommended', withReason: true, now: hasRatings(),
    load: async () => {
      feed = await feedAnswer;
      return feed.isNew ? feed.items : feed.items.slice(1);
    },
    card: (item, i) => recommendedCard(item, feed, { eager: i < 4, onHide: (film, card) => sendAway(film, takeOut(card)) }),
  });
  return row;
}

/** Rows around the films the user liked last. */
async function drawBecause(host) {
  const { items } = await getRatings(userId(), { size: 50 }).catch(() => ({ items: [] })); // The page does without these rows.
  const liked = items.filter((film) => film.rating >= LIKED_STARS).slice(0, BECAUSE_ROWS);
  replace(host, liked.map((film) => movieRow({
    title: tNodes('home.because', { title: h('a', { href: movieHref(film.movieId) }, titleOf(film)) }),
    href: `${movieHref(film.movieId)}#similar`, testId: 'row-because',
    load: async () => (await getSimilar(film.movieId, undefined, ROW_SIZE)).items,
    card: (item) => movieCard(item),
  })));
}

function listRow(kind) {
  const sort = kind === 'new' ? 'year' : 'popular';
  return movieRow({
    title: t(`home.${kind}`), href: `/collection.html?sort=${sort}`, testId: `row-${kind}`,
    load: async () => (await getMovies({ sort, size: ROW_SIZE })).items,
    card: (item) => movieCard(item),
  });
}

async function drawGenres(host) {
  const { items } = await getGenres().catch(() => ({ items: [] })); // The menu of genres says what is wrong.
  replace(host, items.map(({ name }) => movieRow({
    title: genreName(name), href: genreHref(name), testId: 'row-genre',
    load: async () => (await getMovies({ genre: name, size: ROW_SIZE })).items,
    card: (item) => movieCard(item),
  })));
}

/** A rating changes the feed: hero and first row follow it. */
document.addEventListener(RATED, () => {
  feedAnswer = getRecommendations({ size: FEED_SIZE });
  setTimeout(() => {
    if (!top.contains(document.activeElement?.closest('[role="slider"]') ?? null)) {
      showHero();
      rows.querySelector('[data-testid="row-recommended"]')?.reload();
    }
  }, MOVES_ON_MS);
});
