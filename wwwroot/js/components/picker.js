/** "Choose three films you like": a new visitor's way in. */

import { sendRatings } from '../lib/actions.js';
import { getRecommendations } from '../lib/api.js';
import { append, h, replace } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { t, titleOf } from '../lib/i18n.js';
import { poster } from './card.js';
import { fillFrom, skeletonCards } from './states.js';

const SHOWN = 18; // Fills two, three or six lines of the grid.
const NEEDED = 3;
const STARS = 5;

const firstPage = () => getRecommendations({ size: SHOWN, trace: undefined });

/** @param {Promise<any>} firstFeed a feed that is on its way already; its films are the first choice */
export function picker(firstFeed) {
  const chosen = new Set();
  let next = () => firstFeed;
  const list = h('ul', { class: 'picker-list', data: { testid: 'picker-list' } });
  append(list, skeletonCards(SHOWN));
  const left = h('p', { class: 'picker-left', role: 'status' });
  const done = h('button', { type: 'button', class: 'button button-strong', data: { testid: 'picker-done' } }, t('picker.done'));
  const others = h('button', { type: 'button', class: 'button', data: { testid: 'picker-others' } }, icon('retry', 18), t('picker.others'));

  const update = () => {
    const missing = NEEDED - chosen.size;
    done.disabled = missing > 0;
    left.textContent = missing > 0 ? t('picker.left', { count: missing }) : t('picker.chosen', { count: chosen.size });
  };
  const toggle = (button, movieId) => {
    const add = !chosen.has(movieId);
    chosen[add ? 'add' : 'delete'](movieId);
    button.setAttribute('aria-pressed', String(add));
    update();
  };
  const loadPage = () => fillFrom(list, async () => {
    const feed = await next().catch((error) => {
      next = firstPage; // What was on its way is lost; the next try asks again.
      throw error;
    });
    next = () => getRecommendations({ size: SHOWN, cursor: feed.nextCursor, trace: undefined });
    return feed;
  }, ({ items }) => items.slice(0, SHOWN).map((movie) => h('li', null, choice(movie, chosen.has(movie.movieId), toggle))));

  others.addEventListener('click', loadPage);
  done.addEventListener('click', async () => {
    done.disabled = true;
    const { showToast } = await import('./toast.js');
    try {
      await sendRatings([...chosen].map((movieId) => ({ movieId, rating: STARS })));
      showToast(t('picker.saved'));
    } catch (error) {
      update();
      showToast(error.isOffline ? t('state.offline') : error.message, { isError: true });
    }
  });
  update();
  loadPage();
  const element = h('div', { class: 'picker', data: { testid: 'picker' } });
  replace(element,
    h('div', { class: 'picker-head' },
      h('div', null, h('h1', null, t('picker.title')), h('p', { class: 'quiet' }, t('picker.hint'))),
      h('div', { class: 'picker-actions' }, left, others, done)),
    list);
  return element;
}

function choice(movie, isChosen, toggle) {
  const button = h('button', {
    type: 'button', class: 'choice', 'aria-pressed': String(isChosen),
    data: { testid: 'choice', movieId: movie.movieId },
  }, poster(movie), h('span', { class: 'choice-mark', 'aria-hidden': 'true' }, icon('check', 22)),
  h('span', { class: 'card-title' }, titleOf(movie)),
  h('span', { class: 'card-meta' }, movie.year || ''));
  button.addEventListener('click', () => toggle(button, movie.movieId));
  return button;
}
