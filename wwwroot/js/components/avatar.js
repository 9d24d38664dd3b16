/** A person's picture: a sparrow in the colours of their favourite genre. */

import { svg } from '../lib/dom.js';

const BODY = 'M20 29C25 17 33 10 42 10c8 0 13.5 6 13.5 13 0 17-9 30-23 30-9 0-16.5-5-19.5-12 1-5 4-9 7-12Z';
const TAIL = 'M3 19 25 32 16 43C11 36 6 28 3 19Z';
const WING = 'M15 38c7-6 17-8 25-4-1 9-9 15-17 14-4-.5-7-4-8-10Z';
const BEAK = 'M54.5 19.5 63 24l-8 4.5C52 26.5 52 22 54.5 19.5Z';

/**
 * The same person always gets the same bird; the id turns it round and shades it.
 * @param {{genres: string[]}} persona
 * @param {number} userId
 * @param {number} size pixels
 */
export function avatar(persona, userId, size) {
  const facing = userId % 2 === 0 ? 'translate(58 14) scale(-0.72 0.72)' : 'translate(6 14) scale(0.72)';
  return svg('svg', {
    class: 'avatar', viewBox: '0 0 64 64', width: size, height: size, 'aria-hidden': 'true',
    data: { genre: persona.genres[0], tone: (userId * 7) % 4 },
  },
  svg('circle', { class: 'avatar-ground', cx: 32, cy: 32, r: 32 }),
  svg('g', { transform: facing },
    svg('path', { class: 'avatar-dark', d: TAIL }),
    svg('path', { class: 'avatar-body', d: BODY }),
    svg('path', { class: 'avatar-dark', d: WING }),
    svg('path', { class: 'avatar-dark', d: BEAK }),
    svg('circle', { class: 'avatar-eye', cx: 47, cy: 20.5, r: 3 })));
}
