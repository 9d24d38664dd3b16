/** One person: taste in numbers, what the models would show them, and their history. */

import { setTitle, startPage } from '../app.js';
import { avatar } from '../components/avatar.js';
import { movieCard, ratedNote, recommendedCard, searchHref } from '../components/card.js';
import { decadeChart, starHistogram, tasteBars } from '../components/charts.js';
import { choiceBar } from '../components/choice-bar.js';
import { endlessGrid } from '../components/grid.js';
import { movieRow, takeOut } from '../components/row.js';
import { emptyState, errorState, skeletonBlock, skeletonCards } from '../components/states.js';
import { sendAway } from '../lib/actions.js';
import { getModels, getRatings, getRecommendations, getUser } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { formatAverage, formatCount, formatMonth, formatStars } from '../lib/format.js';
import { hintOf, nameOf, personaWords, personName, t } from '../lib/i18n.js';
import { userId } from '../lib/store.js';

const ROW_SIZE = 20;
const PAGE_SIZE = 48;
const TOP_GENRES = 8;

const main = startPage();
const asked = new URLSearchParams(location.search).get('id');
const id = asked === null ? userId() : Number(asked);
const isYou = id === userId();
load();

async function load() {
  replace(main, h('div', { class: 'person wrap' }, skeletonBlock('skeleton-head'), skeletonBlock('skeleton-panel'), skeletonBlock('skeleton-panel')));
  if (!Number.isInteger(id) || id < 1) {
    showMissing();
    return;
  }
  try {
    show(await getUser(id));
  } catch (error) {
    if (error.isMissing) {
      showMissing();
    } else {
      replace(main, errorState(error, load));
    }
  }
}

function showMissing() {
  setTitle(t('person.missing'));
  replace(main, emptyState(t('person.missing'), t('person.missingHint'), h('a', { class: 'button', href: '/' }, t('nav.home'))));
}

function show(user) {
  setTitle(`${t('user.number', { id })} · ${personaWords(user.persona)}`);
  replace(main, h('div', { class: 'person wrap', data: { testid: 'person', genre: user.persona.genres[0] } },
    heading(user),
    user.ratingCount === 0
      ? emptyState(t('person.new'), isYou ? t('person.newHint') : null, h('a', { class: 'button button-strong', href: '/' }, t('person.start')))
      : [numbers(user), charts(user), recommended(), history()]));
}

function heading(user) {
  const become = h('button', { type: 'button', class: 'button', data: { testid: 'become' } }, t(isYou ? 'person.switch' : 'person.become'));
  become.addEventListener('click', async () => {
    const { becomeUser, openUserSwitch } = await import('../components/user-switch.js');
    if (isYou) {
      openUserSwitch();
    } else {
      becomeUser(id);
    }
  });
  return h('header', { class: 'person-head' }, avatar(user.persona, id, 112),
    h('div', null,
      h('p', { class: 'eyebrow' }, t('user.number', { id }), isYou && ` · ${t('person.isYou')}`),
      h('h1', { data: { testid: 'persona' } }, personaWords(user.persona)),
      become));
}

function numbers(user) {
  const number = (value, words, testId) => h('div', null,
    h('dt', null, words), h('dd', { class: 'big-number', data: { testid: testId } }, value));
  return h('dl', { class: 'person-numbers', 'aria-label': t('person.counts') },
    number(formatCount(user.ratingCount), t('person.rated'), 'rating-count'),
    number(formatAverage(user.averageRating), t('person.average'), 'rating-average'),
    number(`${formatStars(user.lowestRating)} – ${formatStars(user.highestRating)}`, t('person.range'), 'rating-range'),
    user.firstRatingAt && user.lastRatingAt
      && number(span(formatMonth(user.firstRatingAt), formatMonth(user.lastRatingAt)), t('person.since'), 'rating-since'));
}

const span = (from, to) => (from === to ? from : `${from} – ${to}`);

function charts(user) {
  const panel = (title, hint, chart) => h('section', { class: 'panel' }, h('h2', null, title), hint && h('p', { class: 'quiet' }, hint), chart);
  const knownYears = user.years.filter(({ year }) => year > 0);
  return h('div', { class: 'person-charts' },
    panel(t('person.taste'), t('person.tasteHint'), tasteBars(user.genres.slice(0, TOP_GENRES))),
    h('div', { class: 'person-side' },
      panel(t('person.stars'), null, starHistogram(user.histogram, 'histogram')),
      knownYears.length > 0 && panel(t('person.decades'), null, decadeChart(knownYears))),
    user.directors.length > 0 && panel(t('person.directors'), null, directorList(user.directors)));
}

function directorList(directors) {
  return h('ul', { class: 'directors' }, directors.map(({ name, count, averageRating }) => h('li', null,
    h('a', { class: 'link', href: searchHref(name) }, personName(name)),
    h('span', { class: 'quiet' }, t('common.films', { count: formatCount(count), value: count })),
    h('span', { class: 'average' }, `★ ${formatAverage(averageRating)}`))));
}

function recommended() {
  let feed;
  let ranker;
  const row = movieRow({
    testId: 'row-recommended', withReason: true,
    load: async () => {
      feed = { ...await getRecommendations({ userId: id, size: ROW_SIZE, ranker }), isYou };
      return feed.items;
    },
    card: (item) => recommendedCard(item, feed, {
      isYou, onHide: isYou ? (film, card) => sendAway(film, takeOut(card)) : undefined,
    }),
  });
  const bar = h('div', { class: 'choice-host' });
  getModels().then(({ rankers }) => {
    const choices = rankers.map(({ name }) => ({ value: name, text: nameOf('ranker', name), hint: hintOf('ranker', name) }));
    const chosen = rankers.find((model) => model.isDefault)?.name ?? '';
    replace(bar, choiceBar(t('foryou.ranker'), choices, chosen, (name) => { ranker = name; row.reload(); }, 'ranker'));
  }, () => {}); // Without the list the default ranker serves.
  return h('section', null, h('div', { class: 'section-head' }, h('h2', null, t('person.recommended')), bar), row);
}

function history() {
  return h('section', { class: 'history', data: { testid: 'history' } }, h('h2', null, t('person.history')), endlessGrid({
    className: 'card-grid', testId: 'history-grid',
    loadPage: (cursor) => getRatings(id, { size: PAGE_SIZE, cursor }),
    card: (film) => movieCard(film, { note: ratedNote(film, isYou) }),
    skeletons: () => skeletonCards(12),
    empty: () => emptyState(t('state.empty')),
  }));
}
