/** How a feed was made, stage by stage: propose, leave out, score, mix. */

import { getModels } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { formatCount, formatMs, formatScore, formatShare } from '../lib/format.js';
import { hintOf, nameOf, t } from '../lib/i18n.js';
import { inputDetails } from './model-inputs.js';

/** @param {any} trace of a recommendation answer */
export function traceView(trace) {
  return h('div', { class: 'trace', data: { testid: 'trace' } },
    h('ol', { class: 'trace-stages' }, retrieval(trace), filtering(trace), ranking(trace), reranking(trace)),
    h('p', { class: 'quiet' }, t('trace.total', { ms: formatMs(trace.totalMs) })));
}

function stage(name, ms, ...content) {
  return h('li', { class: 'trace-stage' },
    h('h3', null, t(`trace.${name}`), ms !== null && h('small', null, formatMs(ms))),
    h('p', { class: 'quiet' }, t(`trace.${name}Hint`)), content);
}

const candidates = (count) => t('trace.candidates', { count: formatCount(count), value: count });

/** Beside what a channel proposed stands how much of it is shown; a film may come from several. */
function retrieval({ channels, items }) {
  const totalMs = channels.reduce((sum, channel) => sum + channel.ms, 0);
  const shownFrom = (name) => items.filter((item) => item.channels.some((channel) => channel.name === name)).length;
  return stage('retrieve', totalMs, h('ul', { class: 'trace-list' }, channels.map(({ name, count, error }) =>
    h('li', { title: hintOf('channel', name) },
      h('span', null, nameOf('channel', name)),
      h('span', null, error ? t(`trace.${error}`) : `${formatCount(count)} · ${t('trace.shown', { count: formatCount(shownFrom(name)) })}`),
      h('span', { class: 'meter-track', 'aria-hidden': 'true' },
        h('span', { class: 'meter-bar', style: { width: `${(shownFrom(name) / Math.max(1, items.length)) * 100}%` } }))))));
}

function filtering({ filtered }) {
  return stage('filter', null, filtered.length === 0
    ? h('p', null, t('trace.filterNone'))
    : h('ul', { class: 'trace-list' }, filtered.map(({ reason, count }) =>
      h('li', null, h('span', null, nameOf('filter', reason)), h('span', null, `−${formatCount(count)}`)))));
}

function ranking({ ranker, userInputs }) {
  const quality = h('p', { class: 'quiet' });
  getModels().then(({ rankers }) => {
    quality.textContent = qualityWords(rankers.find(({ name }) => name === ranker.name)?.metrics);
  }, () => {}); // The list stands without it.
  return stage('rank', ranker.ms, h('p', { class: 'trace-big' }, nameOf('ranker', ranker.name)), h('p', null, candidates(ranker.candidates)), quality,
    inputDetails(t('trace.inputs'), userInputs));
}

/** How well the model told liked from disliked films, and how well a film's average alone does. */
function qualityWords(metrics) {
  const auc = metrics?.test?.auc;
  const average = metrics?.baselines?.movieAverage;
  return auc && average ? t('trace.auc', { auc: formatScore(auc), average: formatScore(average) }) : '';
}

function reranking({ reranker }) {
  return stage('rerank', reranker.ms, h('p', { class: 'trace-big' }, t('trace.diversity', { share: formatShare(reranker.diversity) })));
}
