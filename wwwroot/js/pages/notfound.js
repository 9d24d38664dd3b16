/** What stands where there is no page. */

import { startPage } from '../app.js';
import { h, replace, svg } from '../lib/dom.js';
import { t } from '../lib/i18n.js';

const main = startPage(t('lost.title'));
replace(main, h('div', { class: 'lost', data: { testid: 'not-found' } },
  branch(), h('h1', null, t('lost.title')), h('p', { class: 'quiet' }, t('lost.hint')),
  h('div', { class: 'state-actions' },
    h('a', { class: 'button button-strong', href: '/' }, t('lost.home')),
    h('a', { class: 'button', href: '/search.html' }, t('lost.search')))));

/** A branch with nobody on it, and a feather on its way down. */
function branch() {
  return svg('svg', { class: 'branch', viewBox: '0 0 360 160', width: 360, height: 160, 'aria-hidden': 'true' },
    svg('path', { class: 'branch-wood', d: 'M0 96C60 88 120 84 190 90s120 4 170-14M118 87c14-18 30-28 52-34M236 91c16 12 34 18 54 18' }),
    svg('path', { class: 'branch-leaf', d: 'M170 53c10-14 24-16 34-12-4 12-18 18-34 12ZM290 109c14-8 26-4 32 4-10 8-24 6-32-4ZM60 89c-6-14 0-26 10-32 6 12 2 26-10 32ZM340 82c-4-14 2-24 12-28 4 12 0 22-12 28Z' }),
    svg('path', { class: 'branch-feather', d: 'M232 118c-14 0-26 8-32 24 16 0 30-8 32-24ZM196 148c8-10 16-18 28-24' }));
}
