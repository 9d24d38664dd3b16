/** Suggestions under the search field: the combobox pattern of ARIA, for keyboard and pointer. */

import { h, replace } from '../lib/dom.js';
import { find } from '../lib/find.js';
import { icon } from '../lib/icons.js';
import { otherTitleOf, personName, t, titleOf } from '../lib/i18n.js';
import { movieHref, poster, searchHref } from './card.js';

const WAIT_MS = 140;
const FILMS = 6;
const PEOPLE = 3;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export function attachSuggestions(form, input) {
  const list = h('ul', { id: 'search-list', class: 'suggestions', role: 'listbox', 'aria-label': t('header.search'), hidden: true, data: { testid: 'suggestions' } });
  const count = h('span', { class: 'visually-hidden', role: 'status' });
  form.append(list, count);
  let active = -1;
  let timer = 0;
  let pending = new AbortController();

  const options = () => [...list.querySelectorAll('[role="option"]')];
  const setOpen = (open) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) {
      activate(-1);
    }
  };
  const activate = (index) => {
    active = index;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = options()[index];
    input.removeAttribute('aria-activedescendant');
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };

  const suggest = async () => {
    const q = input.value.trim();
    pending.abort();
    if (q === '') {
      setOpen(false);
      return;
    }
    pending = new AbortController();
    try {
      const found = await find(q, FILMS, pending.signal);
      replace(list, suggestionItems(found, q));
      count.textContent = options().length > 1 ? t('search.count', { count: options().length - 1 }) : t('search.none');
      activate(-1);
      setOpen(document.activeElement === input);
    } catch (error) {
      if (error.name !== 'AbortError') {
        setOpen(false); // Enter still leads to the search page, which says what is wrong.
      }
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, WAIT_MS);
  });
  input.addEventListener('focus', suggest);
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget)) {
      setOpen(false);
    }
  });
  input.addEventListener('keydown', (event) => {
    const last = options().length - 1;
    if (event.key === 'Escape') {
      clearTimeout(timer); // What is still on its way must not open the list again.
      pending.abort();
      if (list.hidden) {
        return;
      }
      setOpen(false);
    } else if (event.key === 'ArrowDown' && !list.hidden) {
      activate(active >= last ? 0 : active + 1);
    } else if (event.key === 'ArrowUp' && !list.hidden) {
      activate(active <= 0 ? last : active - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      options()[active].querySelector('a').click();
    } else {
      return;
    }
    event.preventDefault();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // The field keeps the focus.
  form.addEventListener('submit', (event) => {
    if (input.value.trim() === '') {
      event.preventDefault();
    }
  });
  suggest();
}

function suggestionItems({ items, people, suggestions }, q) {
  const films = items.length > 0 || people.length > 0 ? items : suggestions;
  const rows = [
    ...films.slice(0, FILMS).map(filmLink),
    ...people.slice(0, PEOPLE).map(personLink),
    h('a', { class: 'suggestion suggestion-all', href: searchHref(q), tabindex: -1 }, icon('search', 18), t('search.all', { q })),
  ];
  return rows.map((link, i) => h('li', { id: `search-option-${i}`, role: 'option', 'aria-selected': 'false' }, link));
}

function filmLink(movie) {
  const facts = [otherTitleOf(movie), movie.year || null].filter(Boolean).join(' · ');
  return h('a', { class: 'suggestion', href: movieHref(movie.movieId), tabindex: -1 },
    poster(movie), h('span', null, h('strong', null, titleOf(movie)), h('small', null, facts)));
}

function personLink({ name, movies }) {
  return h('a', { class: 'suggestion', href: searchHref(name), tabindex: -1 },
    icon('person', 24), h('span', null, h('strong', null, personName(name)),
      h('small', null, movies.slice(0, 3).map(titleOf).join(t('common.and')))));
}
