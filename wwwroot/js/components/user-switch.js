/** The sheet in which one becomes another person, any user number, or a new visitor. */

import { getUsers } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { formatCount } from '../lib/format.js';
import { personaWords, t } from '../lib/i18n.js';
import { setUserId, startNewVisitor, userId, visitorId } from '../lib/store.js';
import { avatar } from './avatar.js';
import { userHref } from './card.js';
import { openDialog } from './dialog.js';
import { fillFrom } from './states.js';

const LISTED = 40;
const HIGHEST_ID = 2_147_483_647;
const NOBODY = { kind: 'new', genres: [], director: null, decade: null };

/** Becomes somebody and draws the page again for them; a person's own page follows to the new person. @param {number} id */
export function becomeUser(id) {
  const isOwnPage = document.body.dataset.page === 'user';
  setUserId(id);
  if (isOwnPage) {
    location.assign(userHref(id));
  } else {
    location.reload();
  }
}

export function openUserSwitch() {
  const people = h('div', { class: 'people-host' });
  openDialog(t('switch.title'), 'user-dialog',
    h('p', { class: 'quiet' }, t('switch.hint')),
    idForm(),
    h('ul', { class: 'people-list' }, ownEntries()),
    h('h3', null, t('switch.people')),
    people);
  fillFrom(people, () => getUsers({ size: LISTED }), ({ items }) =>
    h('ul', { class: 'people-list', data: { testid: 'user-list' } }, items.map(personEntry)));
}

function ownEntries() {
  const mine = visitorId();
  const fresh = entry(NOBODY, 0, t('switch.new'), t('switch.newHint'), () => becomeUser(startNewVisitor()));
  fresh.dataset.testid = 'new-visitor';
  return [
    h('li', null, fresh),
    mine && mine !== userId() && h('li', null, entry(NOBODY, mine, t('switch.mine'), t('switch.mineHint'), () => becomeUser(mine))),
  ];
}

function personEntry({ userId: id, persona, ratingCount }) {
  const facts = `${t('user.number', { id })} · ${t('common.ratings', { count: formatCount(ratingCount), value: ratingCount })}`;
  const button = entry(persona, id, personaWords(persona), facts, () => becomeUser(id));
  button.dataset.userId = String(id);
  button.dataset.testid = 'user-entry';
  if (id === userId()) {
    button.setAttribute('aria-current', 'true');
  }
  return h('li', null, button);
}

function entry(persona, id, title, hint, choose) {
  return h('button', { type: 'button', class: 'person-entry', on: { click: choose } },
    avatar(persona, id, 44), h('span', null, h('strong', null, title), h('small', null, hint)));
}

function idForm() {
  const input = h('input', {
    class: 'field', name: 'id', inputmode: 'numeric', pattern: '[0-9]*', autocomplete: 'off', required: true,
    placeholder: t('switch.idHint'), 'aria-label': t('switch.id'), data: { testid: 'user-id-input' },
  });
  const form = h('form', { class: 'id-form' }, input, h('button', { class: 'button', data: { testid: 'user-id-go' } }, t('switch.go')));
  input.addEventListener('input', () => input.setCustomValidity(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const id = Number(input.value);
    if (Number.isInteger(id) && id >= 1 && id <= HIGHEST_ID) {
      becomeUser(id);
    } else {
      input.setCustomValidity(t('switch.badId'));
      input.reportValidity();
    }
  });
  return form;
}
