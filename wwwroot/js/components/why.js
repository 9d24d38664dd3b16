/** The panel behind "why?": plain words first, then who proposed the film, what the model said, and what moved it. */

import { getMovie } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { formatCount, formatScore, formatShare } from '../lib/format.js';
import { genreInSentence, hintOf, nameOf, otherTitleOf, t, titleOf, tNodes } from '../lib/i18n.js';
import { meter } from './charts.js';
import { movieHref, poster } from './card.js';
import { openDialog } from './dialog.js';
import { attentionBars, inputDetails } from './model-inputs.js';

/**
 * @param {any} item of a feed
 * @param {any} feed with its trace
 */
export function openWhy(item, feed) {
  const traced = feed.trace?.items.find((entry) => entry.movieId === item.movieId);
  openDialog(t('why.title'), 'why-panel',
    h('div', { class: 'why-film' }, poster(item),
      h('div', null, h('h3', null, h('a', { href: movieHref(item.movieId) }, titleOf(item))),
        h('p', { class: 'quiet' }, [otherTitleOf(item), item.year || null].filter(Boolean).join(' · ')),
        h('p', { class: 'why-reason', data: { testid: 'why-reason' } }, reasonSentence(item.reason)))),
    channelPart(item, traced),
    modelPart(item, feed, traced),
    traced && evidencePart(item, traced),
    traced && placePart(traced, feed));
}

function part(title, ...content) {
  return h('section', { class: 'why-part' }, h('h3', null, title), content);
}

function reasonSentence(reason) {
  switch (reason.kind) {
    case 'liked': {
      const link = h('a', { class: 'link', href: movieHref(reason.movieId) }, titleOf(reason));
      return tNodes('why.reason.liked', { title: link });
    }
    case 'genre': return t('why.reason.genre', { genre: genreInSentence(reason.genre) });
    default: return t('why.reason.popular');
  }
}

function channelPart(item, traced) {
  const channels = traced?.channels.length > 0 ? traced.channels : item.channels.map((name) => ({ name }));
  return part(t('why.channels'), h('ul', { class: 'why-channels', data: { testid: 'why-channels' } }, channels.map(({ name, rank }) =>
    h('li', null, h('strong', null, nameOf('channel', name)),
      rank && h('span', { class: 'quiet' }, t('why.place', { rank: formatCount(rank) })),
      hintOf('channel', name) && h('small', null, hintOf('channel', name))))));
}

/** Only a network's score is a probability, and only a network is given inputs; the others just order. */
function modelPart(item, feed, traced) {
  const ranker = nameOf('ranker', feed.ranker);
  const inputs = traced?.inputs ?? [];
  return part(t('why.model'), inputs.length > 0
    ? [h('p', null, t('why.chance', { ranker, share: formatShare(item.score) })), meter('', item.score, '')]
    : h('p', null, t('why.score', { ranker, score: formatScore(item.score) })),
    traced?.attention.length > 0 && [h('p', null, t('why.attention')), attentionBars(traced.attention)],
    inputDetails(t('why.inputs'), inputs));
}

function evidencePart(item, { features }) {
  const { bestLikedMovieId, bestLikedSimilarity, genreAffinity } = features;
  const hasLiked = bestLikedMovieId > 0 && bestLikedSimilarity > 0;
  const hasGenre = genreAffinity > 0;
  return part(t('why.yours'),
    !hasLiked && !hasGenre && h('p', null, t('why.nothing')),
    hasLiked && meter(likedName(item, bestLikedMovieId), bestLikedSimilarity, formatScore(bestLikedSimilarity)),
    hasGenre && meter(t('why.affinity'), genreAffinity, formatScore(genreAffinity)));
}

/** The trace names the liked movie by its id; its title comes with the reason or has to be asked for. */
function likedName({ reason }, movieId) {
  const name = h('span', null);
  const show = (movie) => replace(name, tNodes('why.similarity', {
    title: h('a', { class: 'link', href: movieHref(movieId) }, titleOf(movie)),
  }));
  if (reason.kind === 'liked' && reason.movieId === movieId) {
    show(reason);
  } else {
    getMovie(movieId).then(show, () => show({ title: `#${movieId}`, titleZh: '' }));
  }
  return name;
}

function placePart({ rankedAt, shownAt }, feed) {
  const key = shownAt < rankedAt ? 'why.up' : shownAt > rankedAt ? 'why.down' : 'why.same';
  return part(t('why.moved'),
    h('p', { data: { testid: 'why-place' } }, t(key, { from: formatCount(rankedAt), to: formatCount(shownAt) })),
    document.body.dataset.page !== 'foryou' && feed.isYou !== false
      && h('p', null, h('a', { class: 'link', href: '/foryou.html#how' }, t('why.numbers'))));
}
