/** A list of films that grows as the reader comes to its end. */

import { append, h, replace } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { errorState } from './states.js';

const AHEAD = '900px';

/**
 * @param {object} options
 * @param {string} options.className of the list
 * @param {string} options.testId
 * @param {(cursor: string | undefined) => Promise<{items: any[], nextCursor: string | null, lead?: any}>} options.loadPage
 *   `lead`, a list item, comes before the films: what stands where the skeletons stood moves nothing
 * @param {(item: any) => HTMLElement} options.card
 * @param {() => any[]} options.skeletons list items shown while a page loads
 * @param {() => any} options.empty shown when there is nothing at all, or no such list
 * @returns {HTMLElement & {reload: () => void}}
 */
export function endlessGrid({ className, testId, loadPage, card, skeletons, empty }) {
  const list = h('ul', { class: className, data: { testid: testId } });
  const foot = h('div', { class: 'grid-foot' });
  const element = h('div', { class: 'grid' }, list, foot);
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      loadNext();
    }
  }, { rootMargin: AHEAD });

  let state = freshState();

  async function loadNext() {
    const current = state;
    if (current.busy || current.cursor === null) {
      return;
    }
    current.busy = true;
    list.setAttribute('aria-busy', 'true');
    const waiting = skeletons();
    append(list, waiting);
    try {
      const page = await loadPage(current.cursor);
      if (current === state) {
        waiting.forEach((item) => item.remove());
        show(page);
      }
    } catch (error) {
      if (current === state) {
        waiting.forEach((item) => item.remove());
        observer.unobserve(foot);
        replace(foot, error.isMissing && current.cursor === undefined
          ? empty()
          : errorState(error, () => { replace(foot); observer.observe(foot); }));
      }
    }
    current.busy = false;
    if (current === state) {
      list.removeAttribute('aria-busy');
    }
  }

  function show({ items, nextCursor, lead }) {
    append(list, [lead]);
    const fresh = items.filter((item) => !state.shown.has(item.movieId));
    fresh.forEach((item) => state.shown.add(item.movieId));
    append(list, fresh.map((item) => h('li', null, card(item))));
    state.cursor = items.length === 0 ? null : nextCursor ?? null;
    observer.unobserve(foot);
    if (state.cursor !== null) {
      observer.observe(foot); // Asks again at once where the page did not fill the window.
    } else {
      replace(foot, state.shown.size === 0 ? empty() : h('p', { class: 'grid-end' }, t('state.end')));
    }
  }

  element.reload = () => {
    state = freshState();
    replace(list);
    replace(foot);
    observer.unobserve(foot);
    loadNext();
  };
  element.reload();
  return element;
}

const freshState = () => ({ cursor: /** @type {string | undefined | null} */ (undefined), busy: false, shown: new Set() });
