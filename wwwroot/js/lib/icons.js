/** Line icons, 24 by 24, drawn with the text's colour. */

import { svg } from './dom.js';

const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5L20 20',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  left: 'm14.5 5-7 7 7 7',
  right: 'm9.5 5 7 7-7 7',
  down: 'm6 9.5 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  home: 'M4 11.5 12 4.5l8 7V20h-5.5v-5.5h-5V20H4Z',
  spark: 'M12 3.5l2.1 6.4 6.4 2.1-6.4 2.1L12 20.5l-2.1-6.4L3.5 12l6.4-2.1Z',
  grid: 'M4.5 4.5h6v6h-6ZM13.5 4.5h6v6h-6ZM4.5 13.5h6v6h-6ZM13.5 13.5h6v6h-6Z',
  person: 'M12 4.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5',
  hide: 'M4 4l16 16M9.5 6A10.8 10.8 0 0 1 12 5.7c4.6 0 7.8 3.2 9.3 6.3a12.6 12.6 0 0 1-2.8 3.7M6.3 7.7A12.6 12.6 0 0 0 2.7 12c1.5 3.1 4.7 6.3 9.3 6.3 1.5 0 2.9-.3 4.1-.9',
  why: 'M9 9.3c0-1.8 1.3-3 3-3s3 1.1 3 2.7c0 2.4-3 2.5-3 4.9M12 17.2v.3',
  out: 'M13.5 5H19v5.5M19 5l-8.5 8.5M16 13.5V19H5V8h5.5',
  retry: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4.5h-4.5',
  similar: 'M8.5 8.5h11v11h-11ZM4.5 15.5v-11h11',
};

/**
 * A drawing beside text; it says nothing to screen readers.
 * @param {keyof typeof PATHS} name
 * @param {number} [size] pixels
 */
export function icon(name, size = 20) {
  return svg('svg', { class: 'icon', viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' },
    svg('path', { d: PATHS[name] }));
}

/** One star. @param {number} size pixels */
export function star(size) {
  return svg('svg', { class: 'star', viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' },
    svg('path', { d: 'M12 2.2l3 6.4 7 .9-5.1 4.8 1.3 6.9-6.2-3.4-6.2 3.4 1.3-6.9L2 9.5l7-.9Z' }));
}
