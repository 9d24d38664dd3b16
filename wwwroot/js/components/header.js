/** Brand, navigation, search, and the three switches: language, theme, person. */

import { RATED } from '../lib/actions.js';
import { getUser } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { personaWords, switchLanguage, t } from '../lib/i18n.js';
import { rememberedTheme, rememberTheme, userId, visitorId } from '../lib/store.js';
import { avatar } from './avatar.js';

const NEW_PERSONA = { kind: 'new', genres: [], director: null, decade: null };

/** @param {string} page `data-page` of the body */
export function siteHeader(page) {
  return h('div', { class: 'site-header-inner' },
    h('a', { class: 'brand', href: '/', 'aria-label': `SparrowRecSys, ${t('nav.home')}`, data: { testid: 'brand' } },
      h('img', { src: '/logo.svg', width: 36, height: 36, alt: '' }), h('span', null, 'SparrowRecSys')),
    navigation(page),
    page !== 'search' && searchForm(), // That page has a field of its own.
    h('div', { class: 'header-tools' }, languageButton(), themeButton(), userButton()));
}

function navigation(page) {
  const isOther = page === 'user' && ![null, String(userId())].includes(new URLSearchParams(location.search).get('id'));
  const link = (name, href, words, drawing) => h('a', {
    href, class: `nav-${name}`, 'aria-current': page === name && !isOther ? 'page' : null, data: { testid: `nav-${name}` },
  }, icon(drawing), words);
  return h('nav', { class: 'site-nav', 'aria-label': t('nav.label') },
    link('home', '/', t('nav.home'), 'home'),
    link('foryou', '/foryou.html', t('nav.foryou'), 'spark'),
    ...genreMenu(page === 'collection'),
    link('user', `/user.html?id=${userId()}`, t('nav.me'), 'person'));
}

/** The list of genres is fetched when it is first opened. */
function genreMenu(isCurrent) {
  const menu = h('div', { id: 'genre-menu', class: 'genre-menu', popover: 'auto', data: { testid: 'genre-menu' } });
  const button = h('button', {
    type: 'button', popovertarget: 'genre-menu', 'aria-current': isCurrent ? 'page' : null, data: { testid: 'nav-genres' },
  }, icon('grid'), t('nav.genres'));
  menu.addEventListener('beforetoggle', async (event) => {
    if (event.newState === 'open') {
      const { fillGenreMenu } = await import('./genre-menu.js');
      fillGenreMenu(menu);
    }
  });
  return [button, menu];
}

/** Works without suggestions too: they are fetched with the first focus. */
function searchForm() {
  const input = h('input', {
    type: 'search', name: 'q', class: 'search-input', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
    placeholder: t('header.searchShort'), 'aria-label': t('header.search'), 'aria-expanded': 'false',
    'aria-controls': 'search-list', 'aria-autocomplete': 'list', enterkeyhint: 'search', data: { testid: 'search-input' },
  });
  const form = h('form', { class: 'search-form', role: 'search', action: '/search.html', data: { testid: 'search-form' } },
    icon('search', 18), input);
  input.addEventListener('focus', async () => {
    const { attachSuggestions } = await import('./search-box.js');
    attachSuggestions(form, input);
  }, { once: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !/^(input|select|textarea)$/i.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
  return form;
}

function languageButton() {
  return h('button', {
    type: 'button', class: 'tool-button', 'aria-label': t('header.languageLabel'), on: { click: switchLanguage },
    data: { testid: 'language-switch' },
  }, t('header.language'));
}

function themeButton() {
  const root = document.documentElement;
  const button = h('button', { type: 'button', class: 'tool-button', data: { testid: 'theme-switch' } });
  const show = (theme) => {
    root.dataset.theme = theme;
    const ground = theme === 'light' ? '#f7f4ef' : '#12161c';
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground);
    button.setAttribute('aria-label', t(`header.theme.${theme}`));
    replace(button, icon(theme === 'light' ? 'moon' : 'sun'));
  };
  button.addEventListener('click', () => {
    const theme = root.dataset.theme === 'light' ? 'dark' : 'light';
    rememberTheme(theme);
    show(theme);
  });
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', (event) => {
    if (!rememberedTheme()) {
      show(event.matches ? 'light' : 'dark');
    }
  });
  show(root.dataset.theme === 'light' ? 'light' : 'dark');
  return button;
}

function userButton() {
  const button = h('button', {
    type: 'button', class: 'user-button', 'aria-haspopup': 'dialog', data: { testid: 'user-switch', userId: userId() },
    on: { click: async () => (await import('./user-switch.js')).openUserSwitch() },
  });
  const show = (persona) => {
    const name = userId() === visitorId() ? t('user.you') : t('user.number', { id: userId() });
    button.setAttribute('aria-label', t('header.user', { name: `${name}, ${personaWords(persona)}` }));
    button.title = personaWords(persona);
    replace(button, avatar(persona, userId(), 36), h('span', { class: 'user-name' }, name));
  };
  const refresh = () => getUser(userId()).then((user) => show(user.persona), () => {}); // Without an answer the bird stays as it is.
  show(NEW_PERSONA);
  refresh();
  document.addEventListener(RATED, refresh);
  return button;
}
