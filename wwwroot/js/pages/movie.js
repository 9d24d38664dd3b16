/** One film: facts, ratings, what the model expects of you, and what is like it. */

import { setTitle, startPage } from '../app.js';
import { avatar } from '../components/avatar.js';
import { genreHref, poster, searchHref, userHref } from '../components/card.js';
import { starHistogram } from '../components/charts.js';
import { backdrop } from '../components/hero.js';
import { predictionPart } from '../components/prediction.js';
import { similarSection } from '../components/similar.js';
import { starsInput, starsShown } from '../components/stars.js';
import { emptyState, errorState, skeletonBlock } from '../components/states.js';
import { RATED } from '../lib/actions.js';
import { getMovie } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { formatAverage, formatCount, formatStars } from '../lib/format.js';
import { icon } from '../lib/icons.js';
import { countryName, genreName, language, otherTitleOf, personaWords, personName, t, titleOf } from '../lib/i18n.js';
import { movieLinks } from '../lib/links.js';

const main = startPage();
const movieId = Number(new URLSearchParams(location.search).get('movieId'));
load();

async function load() {
  replace(main, skeleton());
  if (!Number.isInteger(movieId) || movieId < 1) {
    showMissing();
    return;
  }
  try {
    show(await getMovie(movieId));
  } catch (error) {
    if (error.isMissing) {
      showMissing();
    } else {
      replace(main, errorState(error, load));
    }
  }
}

function showMissing() {
  setTitle(t('movie.missing'));
  replace(main, emptyState(t('movie.missing'), t('movie.missingHint'), h('a', { class: 'button', href: '/' }, t('nav.home'))));
}

function skeleton() {
  return h('div', { class: 'film wrap' },
    h('div', { class: 'film-poster' }, h('span', { class: 'poster skeleton' })),
    h('div', { class: 'film-text' }, skeletonBlock('skeleton-line skeleton-title'), skeletonBlock('skeleton-line skeleton-short'), skeletonBlock('skeleton-panel')));
}

function show(movie) {
  setTitle(`${titleOf(movie)}${movie.year ? ` (${movie.year})` : ''}`);
  replace(main,
    backdrop(movie),
    h('article', { class: 'film wrap', data: { testid: 'movie' } },
      h('div', { class: 'film-poster' }, poster(movie, { eager: true, alt: titleOf(movie) }), linkList(movie)),
      h('div', { class: 'film-text' }, heading(movie), facts(movie), synopsis(movie), ratings(movie))),
    similarSection(movie),
    movie.fans.length > 0 && fans(movie));
  if (location.hash === '#similar') {
    document.getElementById('similar')?.scrollIntoView();
  }
}

function heading(movie) {
  const others = [otherTitleOf(movie), movie.originalTitle].filter((name, i, all) =>
    name && name !== titleOf(movie) && all.indexOf(name) === i);
  return h('header', { class: 'film-head' },
    h('h1', { data: { testid: 'movie-title' } }, titleOf(movie)),
    others.length > 0 && h('p', { class: 'film-others', data: { testid: 'movie-other-titles' } }, others.join(' · ')),
    h('p', { class: 'film-line' }, h('strong', null, movie.year || t('common.unknownYear')),
      movie.genres.map((genre) => h('a', { class: 'chip', href: genreHref(genre), data: { genre } }, genreName(genre)))));
}

function facts({ directors, cast, countries }) {
  const people = (names) => names.flatMap((name, i) =>
    [i > 0 && t('common.and'), h('a', { class: 'link', href: searchHref(name) }, personName(name))]);
  const fact = (name, content) => content.length > 0 && h('div', null, h('dt', null, name), h('dd', null, content));
  return h('dl', { class: 'film-facts' },
    fact(t('movie.directedBy'), people(directors)), fact(t('movie.cast'), people(cast)),
    fact(t('movie.countries'), countries.map(countryName).join(t('common.and'))));
}

function synopsis(movie) {
  const own = language === 'zh' ? movie.synopsisZh : movie.synopsis;
  return h('p', { class: 'film-synopsis', data: { testid: 'synopsis' } }, own || movie.synopsis || movie.synopsisZh || t('movie.noSynopsis'));
}

function ratings(movie) {
  const predicted = predictionPart(movie);
  const yours = h('section', { class: 'panel panel-yours' },
    h('div', null, h('h2', null, t('movie.yours')), starsInput(movie, movie.yourRating ?? null, 32)), predicted);
  document.addEventListener(RATED, async ({ detail }) => {
    if (detail.some(({ movieId: rated }) => rated === movie.movieId)) {
      const fresh = await predicted.refresh();
      if (fresh) {
        replace(average, averagePart(fresh));
      }
    }
  });
  const average = h('section', { class: 'panel panel-average' }, averagePart(movie));
  return h('div', { class: 'film-ratings' }, average, yours);
}

function averagePart(movie) {
  const hasRatings = movie.ratingCount > 0;
  return [
    h('div', { class: 'big-average' }, h('h2', null, t('movie.average')),
      h('p', { class: 'big-number', data: { testid: 'movie-average' } }, hasRatings ? formatAverage(movie.averageRating) : '–'),
      hasRatings && starsShown(movie.averageRating),
      h('p', { class: 'quiet', data: { testid: 'movie-count' } },
        hasRatings ? t('common.ratings', { count: formatCount(movie.ratingCount), value: movie.ratingCount }) : t('common.noRatings'))),
    starHistogram(movie.histogram, 'histogram'),
  ];
}

function linkList(movie) {
  return h('ul', { class: 'film-links', 'aria-label': t('movie.links') }, movieLinks(movie).map(({ site, href, isPage }) =>
    h('li', null, h('a', { class: 'button button-small', href, rel: 'noopener noreferrer', target: '_blank' },
      t(isPage ? 'movie.linkPage' : 'movie.linkSearch', { site }), icon('out', 14)))));
}

function fans(movie) {
  return h('section', { class: 'wrap fans', data: { testid: 'fans' } }, h('h2', null, t('movie.fans')),
    h('ul', { class: 'people-list' }, movie.fans.map(({ userId, persona, score }) => h('li', null,
      h('a', { class: 'person-entry', href: userHref(userId) }, avatar(persona, userId, 44),
        h('span', null, h('strong', null, personaWords(persona)),
          h('small', null, `${t('user.number', { id: userId })} · ${t('movie.fanScore', { stars: formatStars(score) })}`)))))));
}
