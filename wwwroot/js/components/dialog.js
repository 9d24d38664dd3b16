/** A modal sheet: from the right on a wide window, from below on a phone. The browser keeps the focus inside. */

import { h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { t } from '../lib/i18n.js';

/**
 * Opens a sheet; Escape, the close button and a click outside close it, and focus returns to where it was.
 * @param {string} title
 * @param {string} testId
 * @param {...any} content
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, testId, ...content) {
  const heading = h('h2', { id: 'dialog-title' }, title);
  const close = h('button', { type: 'button', class: 'tool-button', 'aria-label': t('common.close'), data: { testid: 'dialog-close' } },
    icon('close'));
  const dialog = h('dialog', { class: 'sheet', 'aria-labelledby': 'dialog-title', data: { testid: testId } },
    h('div', { class: 'sheet-head' }, heading, close),
    h('div', { class: 'sheet-body' }, ...content));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
