/** Addresses of a film on other sites: its page where the id is known, else a search by title and year. */

import { language } from './i18n.js';

/**
 * @param {{title: string, titleZh: string, year: number, imdbId: string | number | null, tmdbId: string | number | null}} movie
 * @returns {{site: string, href: string, isPage: boolean}[]}
 */
export function movieLinks(movie) {
  const words = encodeURIComponent(movie.year ? `${movie.title} ${movie.year}` : movie.title);
  const imdb = movie.imdbId
    ? { site: 'IMDb', href: `https://www.imdb.com/title/tt${String(movie.imdbId).replace(/^tt/, '').padStart(7, '0')}/`, isPage: true }
    : { site: 'IMDb', href: `https://www.imdb.com/find/?q=${words}&s=tt`, isPage: false };
  const tmdb = movie.tmdbId
    ? { site: 'TMDb', href: `https://www.themoviedb.org/movie/${encodeURIComponent(movie.tmdbId)}`, isPage: true }
    : { site: 'TMDb', href: `https://www.themoviedb.org/search?query=${words}`, isPage: false };
  if (language !== 'zh') {
    return [imdb, tmdb];
  }
  const douban = encodeURIComponent(movie.titleZh || movie.title);
  return [{ site: '豆瓣', href: `https://search.douban.com/movie/subject_search?search_text=${douban}`, isPage: false }, imdb, tmdb];
}
