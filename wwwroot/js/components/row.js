/** A titled row of cards that scrolls sideways. */

import { append, h, smoothly, whenNear } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { t } from '../lib/i18n.js';
import { emptyState, fillFrom, skeletonCards } from './states.js';

const SKELETONS = 12;

/**
 * The row is drawn at its final size at once and filled when it comes near the window.
 * @param {object} options
 * @param {any} [options.title] text or nodes; a row without one stands under the heading of its section
 * @param {string} [options.href] where "see all" leads
 * @param {string} options.testId
 * @param {boolean} [options.withReason] cards carry a reason, and the skeletons leave room for it
 * @param {boolean} [options.now] do not wait until the row comes near
 * @param {() => Promise<any[]>} options.load
 * @param {(item: any, index: number) => HTMLElement} options.card
 * @returns {HTMLElement & {reload: () => Promise<void>}}
 */
export function movieRow({ title, href, testId, withReason = false, now = false, load, card }) {
  const body = h('div', { class: 'row-body' }, scroller(skeletonCards(SKELETONS, withReason)));
  const section = h('section', { class: withReason ? 'row with-reason' : 'row', data: { testid: testId } },
    title && h('div', { class: 'row-head' }, h('h2', null, title),
      href && h('a', { class: 'see-all', href }, t('common.seeAll'), icon('right', 16))),
    body);
  section.reload = () => fillFrom(body, load, (items) => (items.length === 0
    ? emptyState(t('state.empty'))
    : scroller(items.map((item, i) => h('li', null, card(item, i))))));
  if (now) {
    section.reload();
  } else {
    whenNear(section, section.reload);
  }
  return section;
}

/** A list that scrolls sideways, with arrows for the mouse. */
function scroller(items) {
  const list = h('ul', { class: 'row-list' });
  append(list, items);
  const arrow = (name, direction) => h('button', {
    type: 'button', class: `row-arrow row-arrow-${name}`, tabindex: -1, 'aria-hidden': 'true', hidden: true,
    on: { click: () => list.scrollBy({ left: direction * list.clientWidth * 0.85, behavior: smoothly() }) },
  }, icon(name, 22));
  const back = arrow('left', -1);
  const on = arrow('right', 1);
  const frame = h('div', { class: 'row-frame' }, list, back, on);
  const update = () => {
    const rest = list.scrollWidth - list.clientWidth - list.scrollLeft;
    back.hidden = list.scrollLeft < 8;
    on.hidden = rest < 8;
    frame.classList.toggle('cut-left', !back.hidden);
    frame.classList.toggle('cut-right', !on.hidden);
  };
  list.addEventListener('scroll', update, { passive: true });
  new ResizeObserver(update).observe(list);
  return frame;
}

/**
 * Takes a card out of its row or grid and puts the focus on the next one.
 * @param {HTMLElement} card
 * @returns {() => void} puts it back
 */
export function takeOut(card) {
  const item = card.closest('li') ?? card;
  const parent = item.parentElement;
  const next = item.nextElementSibling;
  (next ?? item.previousElementSibling)?.querySelector('a')?.focus({ preventScroll: true });
  item.remove();
  return () => parent?.insertBefore(item, next?.parentElement === parent ? next : null);
}

