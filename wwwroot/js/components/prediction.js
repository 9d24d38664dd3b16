/** What a model expects the visitor to give a film. Which model, the visitor chooses among those that the server has now. */

import { getModels, getMovie } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { formatAverage } from '../lib/format.js';
import { hintOf, nameOf, t, tNodes } from '../lib/i18n.js';
import { starsShown } from './stars.js';

const IMPERSONAL = 'popular'; // says the same to everybody

/**
 * @param {any} movie
 * @returns {HTMLElement & {refresh: () => Promise<any>}} `refresh` asks again and hands back the movie; null when the server was not reached
 */
export function predictionPart(movie) {
  let chosen; // by the visitor
  const host = h('div', { data: { testid: 'predicted' } });
  const draw = (predicted) => replace(host, h('h2', null, t('movie.predicted')), content(predicted, choose));

  async function choose(ranker) {
    chosen = ranker;
    await host.refresh();
  }

  host.refresh = async () => {
    try {
      const fresh = await getMovie(movie.movieId, chosen);
      draw(fresh.predicted);
      return fresh;
    } catch (error) {
      if (chosen && error.isMissing) {
        chosen = undefined; // the model is no longer served
        return host.refresh();
      }
      return null; // The old numbers stay.
    }
  };

  draw(movie.predicted);
  return host;
}

function content(predicted, choose) {
  if (!predicted) {
    return h('p', { class: 'quiet' }, t('movie.predictedNone'));
  }
  return [
    h('p', { class: 'predicted' }, h('span', { class: 'big-number' }, formatAverage(predicted.score)), starsShown(predicted.score)),
    h('p', { class: 'quiet' }, tNodes('movie.predictedBy', { ranker: rankerSelect(predicted.ranker, choose) })),
  ];
}

/** Until the names of the others come, only the one that answered stands there. */
function rankerSelect(answered, choose) {
  const option = (name) => h('option', { value: name, selected: name === answered, title: hintOf('ranker', name) }, nameOf('ranker', name));
  const select = h('select', { class: 'field field-inline', 'aria-label': t('movie.predictedChoice'), data: { testid: 'predicted-ranker' } }, option(answered));
  select.addEventListener('change', () => choose(select.value));
  getModels().then(({ rankers }) => {
    replace(select, rankers.map(({ name }) => name).filter((name) => name !== IMPERSONAL || name === answered).map(option));
  }, () => {}); // The one that answered is named.
  return select;
}
