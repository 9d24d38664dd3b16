/** The server's /api/v1, one function a route. Shapes are in docs/api.md. */

import { dismissed, userId } from './store.js';

/** The server refused, or was not reached (`status` 0). */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {string} detail what the server said; empty when it said nothing
   */
  constructor(status, detail) {
    super(detail || `HTTP ${status}`);
    this.status = status;
    this.detail = detail;
  }

  get isOffline() {
    return this.status === 0;
  }

  get isMissing() {
    return this.status === 404 || this.status === 400;
  }
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(`/api/v1/${path}`, options);
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError(0, '');
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ApiError(response.status, problem.detail ?? problem.title ?? '');
  }
  return response;
}

/** @param {Record<string, any>} [params] those without a value are left out */
async function get(path, params = {}, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, String(value));
    }
  }
  const suffix = query.size > 0 ? `?${query}` : '';
  return (await send(path + suffix, { signal, headers: { accept: 'application/json' } })).json();
}

/** @param {number} movieId @param {string} [ranker] the model that predicts; by default the server chooses */
export const getMovie = (movieId, ranker) => get(`movies/${movieId}`, { userId: userId(), ranker });

/** @param {{genre?: string, yearFrom?: number, yearTo?: number, sort?: string, size?: number, cursor?: string}} params */
export const getMovies = (params) => get('movies', params);

/** @param {number} movieId @param {string | undefined} model @param {number} size */
export const getSimilar = (movieId, model, size) => get(`movies/${movieId}/similar`, { model, size });

/** @param {string} q @param {number} size @param {AbortSignal} [signal] */
export const search = (q, size, signal) => get('search', { q, size }, signal);

export const getGenres = () => get('genres');

/** @param {{size?: number, cursor?: string}} params */
export const getUsers = (params) => get('users', params);

/** @param {number} id */
export const getUser = (id) => get(`users/${id}`);

/** @param {number} id @param {{size?: number, cursor?: string}} params */
export const getRatings = (id, params) => get(`users/${id}/ratings`, params);

/**
 * The feed of a user; without `userId` that of the current one, less the movies they do not want to see.
 * @param {Record<string, any>} params
 */
export function getRecommendations(params) {
  const own = (params.userId ?? userId()) === userId();
  return get('recommendations', { userId: userId(), exclude: own ? dismissed().join(',') : '', trace: true, ...params });
}

export const getModels = () => get('models');

/**
 * Sends ratings of the current user, all or none.
 * @param {{movieId: number, rating: number}[]} ratings
 */
export async function postRatings(ratings) {
  const now = new Date().toISOString();
  const events = ratings.map(({ movieId, rating }) => ({
    type: 'rating', userId: userId(), movieId, rating, eventTime: now, eventId: crypto.randomUUID?.(),
  }));
  await send('events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) });
}
