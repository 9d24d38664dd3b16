/** Numbers, dates and stars in the page's language. */

import { locale } from './i18n.js';

const whole = new Intl.NumberFormat(locale);
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const atMostOneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short' });

/** 1,204 @param {number} value */
export const formatCount = (value) => whole.format(value);

/** 1.2K / 1.2万 @param {number} value */
export const formatCompact = (value) => compact.format(value);

/** An average of stars: 4.2. @param {number} value */
export const formatAverage = (value) => oneDecimal.format(value);

/** Stars somebody gave: 4 or 4.5. @param {number} value */
export const formatStars = (value) => atMostOneDecimal.format(value);

/** 0.87 @param {number} value */
export const formatScore = (value) => twoDecimals.format(value);

/** 87% @param {number} value 0 to 1 */
export const formatShare = (value) => share.format(value);

/** 0.84 ms @param {number} ms */
export const formatMs = (ms) => `${twoDecimals.format(ms)} ms`;

/** @param {string} iso */
export const formatDay = (iso) => day.format(new Date(iso));

/** @param {string} iso */
export const formatMonth = (iso) => month.format(new Date(iso));
