/** Five stars in halves: a slider for the keyboard and screen readers, ten targets for the pointer. */

import { rate } from '../lib/actions.js';
import { h } from '../lib/dom.js';
import { formatStars } from '../lib/format.js';
import { star } from '../lib/icons.js';
import { t, titleOf } from '../lib/i18n.js';

const STEP = 0.5;
const MOST = 5;
const SETTLE_MS = 700; // The keyboard passes through many values; the one it rests on is sent.

/** Stars that only show a value, 0 to 5. @param {number} value @param {number} [size] pixels */
export function starsShown(value, size = 16) {
  return h('span', { class: 'stars-shown', role: 'img', 'aria-label': t('stars.value', { stars: formatStars(value) }) }, layers(value, size));
}

function layers(value, size) {
  const five = () => Array.from({ length: MOST }, () => star(size));
  return [
    h('span', { class: 'stars-empty' }, five()),
    h('span', { class: 'stars-full', style: { width: `${(value / MOST) * 100}%` } }, five()),
  ];
}

/**
 * Stars with which the current user rates a movie; what the server refuses is taken back.
 * @param {{movieId: number, title: string, titleZh: string}} movie
 * @param {number | null} yours the rating so far
 * @param {number} [size] pixels
 */
export function starsInput(movie, yours, size = 28) {
  let saved = yours;
  let shown = yours;
  let timer = 0;

  const targets = Array.from({ length: MOST / STEP }, (_, i) =>
    h('span', { class: 'star-target', data: { stars: (i + 1) * STEP } }));
  const words = h('span', { class: 'stars-words', 'aria-hidden': 'true' });
  const slider = h('span', {
    class: 'stars-input', role: 'slider', tabindex: 0, 'aria-label': t('stars.label', { title: titleOf(movie) }),
    'aria-valuemin': STEP, 'aria-valuemax': MOST, data: { testid: 'stars', movieId: movie.movieId },
  }, layers(0, size), h('span', { class: 'star-targets' }, targets));
  const full = slider.querySelector('.stars-full');

  const paint = (value) => full.style.setProperty('width', `${((value ?? 0) / MOST) * 100}%`);
  const show = (value) => {
    shown = value;
    paint(value);
    const text = value ? t('stars.value', { stars: formatStars(value) }) : t('stars.none');
    slider.setAttribute('aria-valuenow', String(value ?? 0));
    slider.setAttribute('aria-valuetext', text);
    slider.dataset.value = String(value ?? 0);
    words.textContent = value ? formatStars(value) : '–';
  };
  const commit = async () => {
    clearTimeout(timer);
    const value = shown;
    if (value === saved || !value) {
      return;
    }
    const before = saved;
    saved = value;
    if (!await rate(movie, value) && saved === value) {
      saved = before;
      show(before);
    }
  };
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(commit, SETTLE_MS);
  };

  slider.addEventListener('pointermove', (event) => {
    const value = Number(event.target.dataset.stars);
    if (value && event.pointerType === 'mouse') {
      paint(value);
    }
  });
  slider.addEventListener('pointerleave', () => paint(shown));
  slider.addEventListener('click', (event) => {
    const value = Number(event.target.dataset.stars);
    if (value) {
      show(value);
      commit();
    }
  });
  slider.addEventListener('keydown', (event) => {
    const value = valueAfter(event.key, shown ?? 0);
    if (event.key === 'Escape' && shown !== saved) {
      clearTimeout(timer);
      show(saved);
    } else if (event.key === 'Enter') {
      commit();
    } else if (value !== null) {
      show(value);
      settle();
    } else {
      return;
    }
    event.preventDefault();
  });
  slider.addEventListener('blur', commit);

  show(yours);
  return h('span', { class: 'stars-field' }, slider, words);
}

/** @returns {number | null} null for a key that does not change the value */
function valueAfter(key, value) {
  const bounded = (next) => Math.min(MOST, Math.max(STEP, next));
  switch (key) {
    case 'ArrowRight': case 'ArrowUp': return bounded(value + STEP);
    case 'ArrowLeft': case 'ArrowDown': return bounded(value - STEP);
    case 'PageUp': return bounded(value + 1);
    case 'PageDown': return bounded(value - 1);
    case 'Home': return STEP;
    case 'End': return MOST;
    default: return /^[1-5]$/.test(key) ? Number(key) : null;
  }
}
