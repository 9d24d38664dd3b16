/** What this browser remembers: who is watching, language, theme, how films are compared, and what each user does not want to see. */

const PREFIX = 'sparrow.';
const MOST_DISMISSED = 200;

function read(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Storage is full or switched off: the choice holds until the page is left.
  }
}

function readList(key) {
  try {
    const list = JSON.parse(read(key) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/** An id for a visitor who has none; far above those of any data set. */
function drawVisitorId() {
  const [word] = crypto.getRandomValues(new Uint32Array(1));
  return 1_000_000_000 + (word % 1_000_000_000);
}

/** The id from storage or a fresh one, which is then this browser's own. */
function loadUserId() {
  const stored = Number(read('user'));
  if (Number.isInteger(stored) && stored > 0) {
    return stored;
  }
  const visitorId = drawVisitorId();
  write('visitor', String(visitorId));
  write('user', String(visitorId));
  return visitorId;
}

let currentUserId = loadUserId();

/** Who is watching; always a positive number. */
export const userId = () => currentUserId;

/** @param {number} id */
export function setUserId(id) {
  currentUserId = id;
  write('user', String(id));
}

/** Forgets the visitor of this browser and begins with a new one. @returns {number} the new id */
export function startNewVisitor() {
  const visitorId = drawVisitorId();
  write('visitor', String(visitorId));
  setUserId(visitorId);
  return visitorId;
}

/** This browser's own visitor, if it ever had one. @returns {number | null} */
export const visitorId = () => Number(read('visitor')) || null;

/** @param {'dark' | 'light'} theme */
export const rememberTheme = (theme) => write('theme', theme);
export const rememberedTheme = () => read('theme');

/** @param {'en' | 'zh'} language */
export const rememberLanguage = (language) => write('language', language);

/** How films are compared on the pages of films. @param {string} model a model's name, or * for all of them */
export const rememberSimilarity = (model) => write('similarity', model);
export const rememberedSimilarity = () => read('similarity');

/**
 * Whether the user had rated anything when last seen; decides what the home page draws before the answer comes.
 * A person of the data who was never seen before is taken to have; this browser's own visitor not.
 */
export function hasRatings() {
  const seen = read(`rated.${currentUserId}`);
  return seen === null ? currentUserId !== visitorId() : seen === '1';
}

/** @param {boolean} any */
export const rememberHasRatings = (any) => write(`rated.${currentUserId}`, any ? '1' : '0');

/** Movies that the current user does not want to see, oldest first. @returns {number[]} */
export const dismissed = () => readList(`dismissed.${currentUserId}`);

/** @param {number} movieId */
export function dismiss(movieId) {
  const list = dismissed().filter((id) => id !== movieId);
  write(`dismissed.${currentUserId}`, JSON.stringify([...list, movieId].slice(-MOST_DISMISSED)));
}

/** @param {number} movieId */
export function undoDismiss(movieId) {
  write(`dismissed.${currentUserId}`, JSON.stringify(dismissed().filter((id) => id !== movieId)));
}
