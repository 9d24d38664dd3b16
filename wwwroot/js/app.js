/** The frame of every page: skip link, header, footer, connection banner. */

import { siteHeader } from './components/header.js';
import { getModels } from './lib/api.js';
import { byId, h, replace, whenNear } from './lib/dom.js';
import { formatCount } from './lib/format.js';
import { t } from './lib/i18n.js';

/**
 * Draws the frame and hands out the part that belongs to the page.
 * @param {string} [title] for the window; the site's name follows
 * @returns {HTMLElement} main
 */
export function startPage(title) {
  setTitle(title);
  document.body.prepend(h('a', { class: 'skip-link', href: '#main' }, t('site.skip')));
  replace(byId('site-header'), siteHeader(document.body.dataset.page ?? ''));
  startFooter(byId('site-footer'));
  watchConnection();
  return byId('main');
}

/** @param {string} [title] */
export function setTitle(title) {
  document.title = title ? `${title} · SparrowRecSys` : `SparrowRecSys · ${t('site.tagline')}`;
}

/** Facts about the data come when the reader gets there: most never do. */
function startFooter(footer) {
  const facts = h('div', { class: 'site-facts' });
  replace(footer, h('div', { class: 'site-footer-inner' },
    h('img', { src: '/logo.svg', width: 40, height: 40, alt: '' }),
    h('div', null, h('p', null, t('footer.source')), facts)));
  whenNear(footer, async () => {
    const models = await getModels().catch(() => null); // The footer does without.
    if (models) {
      showFacts(facts, models.data);
    }
  }, '-1px');
}

function showFacts(facts, data) {
  const counts = { movies: formatCount(data.movies), users: formatCount(data.users), ratings: formatCount(data.ratings) };
  replace(facts,
    h('p', null, t('footer.data', counts)),
    data.isSimulated && h('p', { data: { testid: 'simulated-notice' } }, t('footer.simulated')));
}

function watchConnection() {
  const banner = h('p', { class: 'banner', role: 'status', hidden: navigator.onLine, data: { testid: 'offline-banner' } },
    t('state.banner'));
  document.body.append(banner);
  addEventListener('offline', () => { banner.hidden = false; });
  addEventListener('online', () => { banner.hidden = true; });
}
