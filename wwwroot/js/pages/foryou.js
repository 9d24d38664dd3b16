/** The feed with its controls. What is chosen stands in the address, so that it can be kept and sent. */

import { startPage } from '../app.js';
import { feedControls, readChoices, writeChoices } from '../components/feed-controls.js';
import { feedItem } from '../components/feed-item.js';
import { endlessGrid } from '../components/grid.js';
import { takeOut } from '../components/row.js';
import { emptyState } from '../components/states.js';
import { RATED, sendAway } from '../lib/actions.js';
import { getRecommendations } from '../lib/api.js';
import { h, replace, smoothly } from '../lib/dom.js';
import { t } from '../lib/i18n.js';

const PAGE_SIZE = 20;
const SKELETONS = 9;

const main = startPage(t('foryou.title'));
let choices = readChoices();
let trace = null; // Of the feed's first page.
const notices = h('div', { class: 'feed-notices', 'aria-live': 'polite' });
const controls = feedControls(choices, change);
const howBody = h('div', { class: 'how-body' });
const how = h('details', { class: 'how', id: 'how', data: { testid: 'how' } }, h('summary', null, h('h2', null, t('foryou.how'))), howBody);
how.open = location.hash === '#how';
how.addEventListener('toggle', showTrace);

const feed = endlessGrid({
  className: 'feed', testId: 'feed',
  loadPage,
  card: ({ item, answer }) => feedItem(item, answer, (film, card) => sendAway(film, takeOut(card))),
  skeletons: () => Array.from({ length: SKELETONS }, () =>
    h('li', { 'aria-hidden': 'true' }, h('div', { class: 'feed-item' }, h('span', { class: 'poster skeleton' }), h('div')))),
  empty: () => emptyState(t('foryou.empty'), t('foryou.emptyHint')),
});

replace(main, h('div', { class: 'wrap foryou' },
  h('header', { class: 'page-head' }, h('div', null, h('h1', null, t('foryou.title')), h('p', { class: 'quiet' }, t('foryou.hint')))),
  controls, how, notices, feed));

async function loadPage(cursor) {
  const answer = await getRecommendations({ ...choices, size: PAGE_SIZE, cursor }).catch((error) => {
    if (choices.ranker && error.isMissing) {
      controls.forgetRanker(); // The model is no longer served, and the feed goes on with the default.
      return getRecommendations({ ...choices, size: PAGE_SIZE, cursor });
    }
    throw error;
  });
  const lead = cursor === undefined ? describe(answer) : null;
  return { lead, items: answer.items.map((item) => ({ movieId: item.movieId, item, answer })), nextCursor: answer.nextCursor };
}

/** What belongs to the whole feed: how it was made; hands back whether something failed and whether it knows the user, in words. */
function describe(answer) {
  replace(notices);
  trace = answer.trace;
  how.hidden = !trace;
  if (trace) {
    controls.showDiversity(trace.reranker.diversity);
  }
  showTrace();
  return (answer.degraded || answer.isNew) && h('li', { class: 'feed-lead' },
    answer.degraded && h('p', { class: 'notice', data: { testid: 'degraded' } }, t('foryou.degraded', { detail: answer.degraded })),
    answer.isNew && h('p', { class: 'notice' }, t('foryou.newcomer')));
}

async function showTrace() {
  if (how.open && trace) {
    const { traceView } = await import('../components/trace.js');
    replace(howBody, traceView(trace));
  }
}

function change(next) {
  choices = next;
  writeChoices(choices);
  feed.reload();
}

document.addEventListener(RATED, () => {
  const refresh = h('button', { type: 'button', class: 'button button-strong', data: { testid: 'refresh-feed' } }, t('foryou.refresh'));
  refresh.addEventListener('click', () => {
    feed.reload();
    scrollTo({ top: 0, behavior: smoothly() });
  });
  replace(notices, h('p', { class: 'notice notice-sticky' }, t('foryou.changed'), refresh));
});
