/** Short messages at the foot of the window. One at a time; screen readers hear them. */

import { h, replace } from '../lib/dom.js';

const SHOWN_MS = 6000;

const host = h('div', { class: 'toast-host', 'aria-live': 'polite', role: 'status' });
document.body.append(host);
let timer = 0;

/**
 * @param {string} message
 * @param {{action?: HTMLElement, isError?: boolean}} [options] `action`: a link or button beside the message
 */
export function showToast(message, { action, isError = false } = {}) {
  clearTimeout(timer);
  const toast = h('div', { class: isError ? 'toast toast-error' : 'toast', data: { testid: 'toast' } },
    h('span', null, message), action);
  action?.addEventListener('click', () => replace(host));
  replace(host, toast);
  const leave = () => { timer = setTimeout(() => replace(host), SHOWN_MS); };
  toast.addEventListener('pointerenter', () => clearTimeout(timer));
  toast.addEventListener('focusin', () => clearTimeout(timer));
  toast.addEventListener('pointerleave', leave);
  toast.addEventListener('focusout', leave);
  leave();
}
