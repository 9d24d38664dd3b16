/** The panel of all genres under the header. */

import { getGenres } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { formatCount } from '../lib/format.js';
import { genreName, t } from '../lib/i18n.js';
import { genreHref } from './card.js';
import { errorState } from './states.js';

/** @param {HTMLElement} menu */
export async function fillGenreMenu(menu) {
  if (menu.dataset.filled) {
    return;
  }
  try {
    const { items } = await getGenres();
    replace(menu, h('ul', { class: 'genre-list' }, items.map(genreItem)),
      h('a', { class: 'genre-all', href: '/collection.html' }, t('genres.all')));
    menu.dataset.filled = 'yes';
  } catch (error) {
    replace(menu, errorState(error, () => fillGenreMenu(menu)));
  }
}

function genreItem({ name, count }) {
  return h('li', null, h('a', { class: 'genre-item', href: genreHref(name), data: { genre: name } },
    h('span', { class: 'genre-dot' }), genreName(name), h('small', null, formatCount(count))));
}
