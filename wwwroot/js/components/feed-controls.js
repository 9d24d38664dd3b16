/** The controls of the feed: ranker, genre, years, variety. */

import { getGenres, getModels } from '../lib/api.js';
import { append, h, replace } from '../lib/dom.js';
import { genreName, hintOf, nameOf, t } from '../lib/i18n.js';
import { choiceBar } from './choice-bar.js';

const NAMES = ['ranker', 'genre', 'yearFrom', 'yearTo', 'diversity'];
const EARLIEST = 1900;
const LATEST = new Date().getFullYear() + 1;

/** What the address asks for; unset choices are absent. @returns {Record<string, string>} */
export function readChoices() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name)]).filter(([, value]) => value));
}

/** @param {Record<string, string>} choices */
export function writeChoices(choices) {
  const query = new URLSearchParams(choices).toString();
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
}

/**
 * @param {Record<string, string>} initial
 * @param {(choices: Record<string, string>) => void} onChange called with all choices after one has changed
 * @returns {HTMLElement & {showDiversity: (value: number) => void, forgetRanker: () => void}} `showDiversity` moves the slider to what the server
 * used; `forgetRanker` gives up the choice of a model
 */
export function feedControls(initial, onChange) {
  let choices = { ...initial };
  const set = (name, value) => {
    const { [name]: _, ...others } = choices;
    choices = value ? { ...others, [name]: value } : others;
    onChange(choices);
  };
  const host = h('form', { class: 'controls', data: { testid: 'feed-controls' }, on: { submit: (event) => event.preventDefault() } });
  const draw = () => replace(host,
    rankerChoice(choices, set), genreChoice(choices, set), yearChoice(choices, set), diversityChoice(choices, set),
    h('button', { type: 'button', class: 'button button-small controls-reset', on: { click: () => { choices = {}; onChange(choices); draw(); } } }, t('foryou.reset')));
  draw();
  host.forgetRanker = () => {
    set('ranker', '');
    draw();
  };
  host.showDiversity = (value) => {
    host.querySelector('input[type="range"]').value = String(value);
  };
  return host;
}

const labelled = (text, ...control) => h('label', { class: 'control' }, h('span', { class: 'control-name' }, text), ...control);

/** Its room is kept while the names of the rankers come. */
function rankerChoice(choices, set) {
  const host = h('div', { class: 'control-ranker' });
  getModels().then(({ rankers }) => {
    const chosen = choices.ranker ?? rankers.find((ranker) => ranker.isDefault)?.name ?? '';
    const options = rankers.map(({ name }) => ({ value: name, text: nameOf('ranker', name), hint: hintOf('ranker', name) }));
    replace(host, choiceBar(t('foryou.ranker'), options, chosen, (name) => set('ranker', name), 'ranker'));
  }, () => {}); // Without the list the default ranker serves.
  return host;
}

function genreChoice(choices, set) {
  const select = h('select', { class: 'field', data: { testid: 'feed-genre' }, on: { change: () => set('genre', select.value) } },
    h('option', { value: '' }, t('foryou.anyGenre')));
  const add = (names) => append(select, names.map((name) => h('option', { value: name, selected: name === choices.genre }, genreName(name))));
  getGenres().then(({ items }) => add(items.map((genre) => genre.name)), () => add(choices.genre ? [choices.genre] : []));
  return labelled(t('foryou.genre'), select);
}

function yearChoice(choices, set) {
  const year = (name, words, placeholder) => {
    const input = h('input', {
      class: 'field field-year', type: 'number', min: EARLIEST, max: LATEST, step: 1, placeholder,
      'aria-label': words, value: choices[name] ?? null, data: { testid: `feed-${name}` },
    });
    input.addEventListener('change', () => {
      if (input.reportValidity()) {
        set(name, input.value);
      }
    });
    return input;
  };
  return h('div', { class: 'control' }, h('span', { class: 'control-name' }, t('foryou.years')),
    h('span', { class: 'control-years' }, year('yearFrom', t('foryou.from'), '1920'), '–', year('yearTo', t('foryou.to'), String(LATEST - 1))));
}

function diversityChoice(choices, set) {
  const input = h('input', {
    type: 'range', class: 'range', min: 0, max: 1, step: 0.1, value: choices.diversity ?? 0.5, // Until the server says what it used.
    'aria-label': t('foryou.diversity'), data: { testid: 'feed-diversity' }, on: { change: () => set('diversity', input.value) },
  });
  return h('div', { class: 'control control-diversity' }, h('span', { class: 'control-name' }, t('foryou.diversity')),
    input, h('span', { class: 'range-ends', 'aria-hidden': 'true' }, h('small', null, t('foryou.diversity.low')), h('small', null, t('foryou.diversity.high'))));
}
