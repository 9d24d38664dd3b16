/** What a part of a page shows while it loads, when it failed, and when there is nothing. */

import { h, replace } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { t } from '../lib/i18n.js';

/** Cards without content, of the size that cards will have. @param {number} count @param {boolean} [withReason] */
export function skeletonCards(count, withReason = false) {
  return Array.from({ length: count }, () => h('li', { class: 'skeleton-card', 'aria-hidden': 'true' },
    h('span', { class: 'poster skeleton' }),
    h('span', { class: 'card-title' }, h('span', { class: 'skeleton skeleton-line' })),
    h('span', { class: 'card-meta' }, h('span', { class: 'skeleton skeleton-line skeleton-short' })),
    withReason && h('span', { class: 'card-reason' })));
}

/** A row without title and films. */
export const skeletonRow = () => h('div', { class: 'row', 'aria-hidden': 'true' },
  h('div', { class: 'row-head' }, h('span', { class: 'skeleton skeleton-line skeleton-row-title' })),
  h('div', { class: 'row-body' }, h('ul', { class: 'row-list' }, skeletonCards(12))));

/** A grey block of a class's size. @param {string} className */
export const skeletonBlock = (className) => h('div', { class: `skeleton ${className}`, 'aria-hidden': 'true' });

/**
 * @param {string} title
 * @param {string} [hint]
 * @param {...any} actions
 */
export function emptyState(title, hint, ...actions) {
  return h('div', { class: 'state', data: { testid: 'empty-state' } },
    h('img', { src: '/logo.svg', width: 72, height: 72, alt: '' }),
    h('h2', null, title), hint && h('p', null, hint),
    actions.length > 0 && h('div', { class: 'state-actions' }, actions));
}

/**
 * Says what went wrong; tries again on demand and when the connection returns.
 * @param {any} error
 * @param {() => void} retry
 */
export function errorState(error, retry) {
  const offline = error.isOffline === true;
  const again = () => {
    removeEventListener('online', again);
    retry();
  };
  if (offline) {
    addEventListener('online', again);
  }
  return h('div', { class: 'state', role: 'alert', data: { testid: 'error-state' } },
    h('img', { src: '/logo.svg', width: 72, height: 72, alt: '' }),
    h('h2', null, t(offline ? 'state.offline' : 'state.error')),
    h('p', null, error.detail || t(offline ? 'state.offlineHint' : 'state.errorHint')),
    h('div', { class: 'state-actions' },
      h('button', { type: 'button', class: 'button', on: { click: again } }, icon('retry', 18), t('common.retry'))));
}

/**
 * Loads into `host`, which shows its skeleton meanwhile, and the error if it comes to that.
 * @template T
 * @param {Element} host
 * @param {() => Promise<T>} load
 * @param {(answer: T) => any} render the new content of the host
 */
export async function fillFrom(host, load, render) {
  host.setAttribute('aria-busy', 'true');
  try {
    replace(host, render(await load()));
  } catch (error) {
    console.info('Shown as an error state:', error.message);
    replace(host, errorState(error, () => fillFrom(host, load, render)));
  }
  host.removeAttribute('aria-busy');
}
