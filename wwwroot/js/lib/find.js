/** Search that also knows people by their names in the page's language. */

import { search } from './api.js';
import { dataNameOf } from './i18n.js';

/**
 * What the server finds for the words, and for the person they name in this language.
 * @param {string} q
 * @param {number} size
 * @param {AbortSignal} signal
 */
export async function find(q, size, signal) {
  const name = dataNameOf(q);
  if (!name) {
    return search(q, size, signal);
  }
  const [byWords, byName] = await Promise.all([search(q, size, signal), search(name, size, signal)]);
  const named = byName.people.filter((person) => person.name === name);
  const others = byWords.people.filter((person) => person.name !== name);
  return { ...byWords, people: [...named, ...others], suggestions: named.length > 0 ? [] : byWords.suggestions };
}
