/** A few choices side by side, one of them taken: radio buttons in the shape of a segmented control. */

import { h } from '../lib/dom.js';

/**
 * @param {string} label of the group
 * @param {{value: string, text: string, hint?: string}[]} choices
 * @param {string} chosen
 * @param {(value: string) => void} onChange
 * @param {string} name unique on the page; also the test id
 */
export function choiceBar(label, choices, chosen, onChange, name) {
  return h('fieldset', { class: 'choice-bar', data: { testid: `choice-${name}` } },
    h('legend', null, label),
    h('div', { class: 'choice-options' }, choices.map(({ value, text, hint }) => h('label', { title: hint },
      h('input', { type: 'radio', name, value, checked: value === chosen, on: { change: () => onChange(value) } }),
      h('span', null, text)))));
}
