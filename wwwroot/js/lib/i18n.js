/** Words of the page in the language that boot.js chose. */

import { rememberLanguage } from './store.js';

/** @type {'en' | 'zh'} */
export const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

/** For Intl. */
export const locale = language === 'zh' ? 'zh-CN' : navigator.language.startsWith('en') ? navigator.language : 'en';

const { words, people, countries } = (await import(`/i18n/${language}.js`)).default;
const plurals = new Intl.PluralRules(locale);

/**
 * The words of a key with `{name}` replaced. Where the language has `key.one` and `key.other`, `params.count` chooses.
 * An unknown key is shown as it is, so that it is seen.
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 * @returns {string}
 */
export function t(key, params = {}) {
  return find(key, params).replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}

/**
 * Like {@link t}, but the values may be nodes: the sentence in pieces, for `h(…)`.
 * @param {string} key
 * @param {Record<string, Node | string>} params
 * @returns {(Node | string)[]}
 */
export function tNodes(key, params) {
  return find(key, params).split(/\{(\w+)\}/).map((part, i) => (i % 2 === 1 ? params[part] ?? '' : part));
}

function find(key, params) {
  if ('count' in params) {
    const counted = words[`${key}.${plurals.select(Number(params.value ?? params.count))}`] ?? words[`${key}.other`];
    if (counted) {
      return counted;
    }
  }
  return words[key] ?? key;
}

/** Whether the language has words for a key; for names that come from data. @param {string} key */
export const hasWords = (key) => key in words;

// A model bears one name wherever it serves: as similarity, channel or ranker.
const keyOf = (kind, name, end) => [`${kind}.${name}${end}`, `embedding.${name}${end}`].find(hasWords);

/** A ranker's, channel's or model's name in words; its own name where we have none. @param {string} kind @param {string} name */
export function nameOf(kind, name) {
  const key = keyOf(kind, name, '');
  return key ? t(key) : name;
}

/** What it does, in a few words; undefined where we have none. @param {string} kind @param {string} name */
export function hintOf(kind, name) {
  const key = keyOf(kind, name, '.hint');
  return key ? t(key) : undefined;
}

/** @param {string} name a genre as in MovieLens */
export const genreName = (name) => words[`genre.${name}`] ?? name;

/** A genre as it stands in a sentence: "film noir", "恐怖片". @param {string} name */
export const genreInSentence = (name) => words[`genreIn.${name}`] ?? genreName(name);

/** A person's name as readers of this language know it; else as it is in the data. @param {string} name */
export const personName = (name) => people[name] ?? name;

/**
 * The name in the data of a person whom readers of this language know by another; empty where the words name nobody.
 * @param {string} words at least two letters of the name
 */
export function dataNameOf(words) {
  const known = words.length < 2 ? undefined : Object.entries(people).find(([, name]) => name.includes(words));
  return known ? known[0] : '';
}

/** @param {string} name */
export const countryName = (name) => countries[name] ?? name;

/** The title to show first. @param {{title: string, titleZh: string}} movie */
export const titleOf = (movie) => (language === 'zh' && movie.titleZh ? movie.titleZh : movie.title);

/** The title in the other language; empty when it would say the same. @param {{title: string, titleZh: string}} movie */
export function otherTitleOf(movie) {
  const other = language === 'zh' ? movie.title : movie.titleZh;
  return other === titleOf(movie) ? '' : other;
}

/**
 * A persona in words: "Loves film noir and Hayao Miyazaki".
 * @param {{kind: string, genres: string[], director: string | null, decade: number | null}} persona
 */
export function personaWords(persona) {
  const [first, second] = persona.genres.map(genreInSentence);
  if (persona.kind === 'director' && persona.director) {
    const director = personName(persona.director);
    return first ? t('persona.director', { genre: first, director }) : t('persona.directorOnly', { director });
  }
  if (persona.kind === 'era' && persona.decade) {
    const decade = persona.decade;
    return first ? t('persona.era', { genre: first, decade }) : t('persona.eraOnly', { decade });
  }
  if (persona.kind === 'new' || !first) {
    return t('persona.new');
  }
  return second ? t('persona.genres', { genre: first, other: second }) : t('persona.genre', { genre: first });
}

/** Remembers the other language and draws the page again in it. */
export function switchLanguage() {
  rememberLanguage(language === 'zh' ? 'en' : 'zh');
  location.reload();
}
