/** How a feed was made, stage by stage: propose, leave out, score, mix. */

import { h } from '../lib/dom.js';
import { formatCount, formatMs, formatShare } from '../lib/format.js';
import { hasWords, t } from '../lib/i18n.js';
import { nameOf } from './why.js';

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

function retrieval({ channels }) {
  const totalMs = channels.reduce((sum, channel) => sum + channel.ms, 0);
  const most = Math.max(1, ...channels.map((channel) => channel.count));
  return stage('retrieve', totalMs, h('ul', { class: 'trace-list' }, channels.map(({ name, count, error }) =>
    h('li', { title: hasWords(`channel.${name}.hint`) ? t(`channel.${name}.hint`) : null },
      h('span', null, nameOf('channel', name)), h('span', null, error ? t('trace.failed', { error }) : formatCount(count)),
      h('span', { class: 'meter-track', 'aria-hidden': 'true' },
        h('span', { class: 'meter-bar', style: { width: `${(count / most) * 100}%` } }))))));
}

function filtering({ filtered }) {
  return stage('filter', null, filtered.length === 0
    ? h('p', null, t('trace.filterNone'))
    : h('ul', { class: 'trace-list' }, filtered.map(({ reason, count }) =>
      h('li', null, h('span', null, nameOf('filter', reason)), h('span', null, `−${formatCount(count)}`)))));
}

function ranking({ ranker }) {
  return stage('rank', ranker.ms, h('p', { class: 'trace-big' }, nameOf('ranker', ranker.name)), h('p', null, candidates(ranker.candidates)));
}

function reranking({ reranker }) {
  return stage('rerank', reranker.ms, h('p', { class: 'trace-big' }, t('trace.diversity', { share: formatShare(reranker.diversity) })));
}
