/** The first page: one film, then rows; for a new visitor three choices in place of the film. */

import { startPage } from '../app.js';
import { genreHref, movieCard, movieHref, recommendedCard } from '../components/card.js';
import { movieRow, takeOut } from '../components/row.js';
import { errorState, skeletonRow } from '../components/states.js';
import { RATED, sendAway } from '../lib/actions.js';
import { getGenres, getMovies, getRatings, getRecommendations, getSimilar } from '../lib/api.js';
import { h, replace, smoothly, whenNear } from '../lib/dom.js';
import { genreName, t, titleOf, tNodes } from '../lib/i18n.js';
import { dismissed, hasRatings, rememberHasRatings, userId } from '../lib/store.js';

const FEED_SIZE = 24;
const ROW_SIZE = 20;
const BECAUSE_ROWS = 2;
const LIKED_STARS = 3.5;
const MOVES_ON_MS = 1500;

const main = startPage();
const top = h('section', { class: 'hero', data: { testid: 'hero' } });
const rows = h('div', { class: 'rows wrap' });
replace(main, top, rows);

let feedAnswer = askFeed();
draw();

/** A failure is shown by whoever awaits the answer; that may be later than it happens. */
function askFeed() {
  const answer = getRecommendations({ size: FEED_SIZE });
  answer.catch(() => {});
  return answer;
}

/** Draws what the browser remembers of the user, then what the server says, should it differ. */
async function draw() {
  const expectsRatings = hasRatings();
  await (expectsRatings ? showHero() : showPicker());
  drawRows();
  const feed = await feedAnswer.catch(() => null); // Whoever shows the feed says what is wrong.
  if (feed && feed.isNew === expectsRatings) {
    rememberHasRatings(!feed.isNew);
    draw();
  }
}

/** Draws the page again for a feed that has changed. */
function startOver() {
  feedAnswer = askFeed();
  draw();
}

async function showPicker() {
  const { picker } = await import('../components/picker.js');
  top.className = 'hero-picker';
  replace(top, h('div', { class: 'wrap' }, picker(feedAnswer)));
}

/** Ends when the skeleton is drawn: the rows below need not wait for the film. */
async function showHero() {
  const { hero, heroSkeleton } = await import('../components/hero.js');
  top.className = 'hero';
  replace(top, heroSkeleton());
  feedAnswer.then((feed) => {
    const away = new Set(dismissed());
    const item = feed.items.find((film) => !away.has(film.movieId));
    if (item && !feed.isNew) {
      replace(top, hero(item, feed, sendHeroAway));
    }
  }).catch((error) => replace(top, errorState(error, startOver)));
}

function sendHeroAway(item) {
  sendAway(item, showHero);
  showHero();
}

function drawRows() {
  const genres = h('div', { class: 'rows', data: { testid: 'genre-rows' } }, skeletonRow(), skeletonRow());
  replace(rows, hasRatings() && [recommendedRow(), becauseRows()], listRow('popular'), listRow('new'), genres);
  whenNear(genres, () => drawGenres(genres));
}

function recommendedRow() {
  let feed;
  return movieRow({
    title: t('home.recommended'), href: '/foryou.html', testId: 'row-recommended', withReason: true, now: true,
    load: async () => {
      feed = await feedAnswer;
      return feed.items.slice(1); // The first one is the hero.
    },
    card: (item, i) => recommendedCard(item, feed, { eager: i < 4, onHide: (film, card) => sendAway(film, takeOut(card)) }),
  });
}

/** Rows around the films the user liked last. */
function becauseRows() {
  const host = h('div', { class: 'rows', data: { testid: 'because-rows' } }, Array.from({ length: BECAUSE_ROWS }, skeletonRow));
  whenNear(host, async () => {
    const { items } = await getRatings(userId(), { size: 50 }).catch(() => ({ items: [] })); // The page does without these rows.
    replace(host, items.filter((film) => film.rating >= LIKED_STARS).slice(0, BECAUSE_ROWS).map(becauseRow));
  }, '0px');
  return host;
}

function becauseRow(film) {
  return movieRow({
    title: tNodes('home.because', { title: h('a', { href: movieHref(film.movieId) }, titleOf(film)) }),
    href: `${movieHref(film.movieId)}#similar`, testId: 'row-because',
    load: async () => (await getSimilar(film.movieId, undefined, ROW_SIZE)).items,
    card: (item) => movieCard(item),
  });
}

/** @param {'popular' | 'new'} kind */
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

/** A rating changes the feed. The first ones make the page anew; later hero and first row follow, unless the reader is still at the stars. */
document.addEventListener(RATED, () => {
  if (top.className === 'hero-picker') {
    startOver();
    scrollTo({ top: 0, behavior: smoothly() });
    return;
  }
  feedAnswer = askFeed();
  setTimeout(() => {
    rows.querySelector('[data-testid="row-recommended"]')?.reload();
    if (!document.activeElement?.matches('[role="slider"]:focus-visible')) {
      showHero();
    }
  }, MOVES_ON_MS);
});
