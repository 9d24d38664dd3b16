/** Films like one film, by one embedding or by all of them side by side. */

import { getSimilar } from '../lib/api.js';
import { h, replace, whenNear } from '../lib/dom.js';
import { hintOf, nameOf, t } from '../lib/i18n.js';
import { rememberedSimilarity, rememberSimilarity } from '../lib/store.js';
import { movieCard } from './card.js';
import { choiceBar } from './choice-bar.js';
import { movieRow } from './row.js';

const SIZE = 20;
const ALL = '*';

/** @param {{movieId: number}} movie */
export function similarSection(movie) {
  const bar = h('div', { class: 'choice-host' });
  const body = h('div', { class: 'rows' });
  const section = h('section', { class: 'wrap similar', id: 'similar', data: { testid: 'similar' } },
    h('div', { class: 'section-head' }, h('h2', null, t('movie.similar')), bar), body);
  const remembered = rememberedSimilarity();
  const asked = remembered === ALL ? null : remembered;
  const first = memo(() => getSimilar(movie.movieId, asked ?? undefined, SIZE)
    .catch((error) => (asked ? getSimilar(movie.movieId, undefined, SIZE) : Promise.reject(error)))); // The model may be gone.

  const row = (embedding, title, load) => movieRow({
    title, testId: `similar-${embedding}`, now: true,
    load: async () => (await load()).items,
    card: (item) => movieCard(item),
  });
  replace(body, row('default', null, first));

  const show = (embedding, available, shown) => {
    const names = embedding === ALL ? available : [embedding];
    replace(body, names.map((name) => row(name, embedding === ALL ? nameOf('embedding', name) : null,
      name === shown ? first : () => getSimilar(movie.movieId, name, SIZE))));
  };
  whenNear(section, async () => {
    const { embedding, available } = await first().catch(() => ({ embedding: '', available: [] })); // The row says what is wrong.
    if (available.length > 1) {
      const choices = [
        ...available.map((name) => ({ value: name, text: nameOf('embedding', name), hint: hintOf('embedding', name) })),
        { value: ALL, text: t('movie.sideBySide') },
      ];
      const choose = (name) => {
        rememberSimilarity(name);
        show(name, available, embedding);
      };
      replace(bar, choiceBar(t('movie.embedding'), choices, remembered === ALL ? ALL : embedding, choose, 'embedding'));
      if (remembered === ALL) {
        show(ALL, available, embedding);
      }
    }
  });
  return section;
}

/** One request for both the row and the names of the embeddings; a failure is forgotten, so that it can be tried again. */
function memo(load) {
  let answer = null;
  return () => {
    answer ??= load().catch((error) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
