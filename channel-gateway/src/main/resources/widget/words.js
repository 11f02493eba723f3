const language = document.documentElement.lang || 'en';
const browser = navigator.languages?.find((tag) => tag.toLowerCase().split('-')[0] === language) || language;
let words = {};

/** Fetches the words of the page's language. */
export async function learn(version) {
  const answer = await fetch(`/widget/${version}/${language}.json`);
  if (answer.ok) words = await answer.json();
}

/** The words under a key, with values put in where {name} stands. */
export function t(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Whether there are words under this key. */
export const has = (key) => key in words;

const format = (options) => {
  const formatter = new Intl.DateTimeFormat(browser, options);
  return (at) => formatter.format(new Date(at));
};

/** The hour and minute where the visitor is. */
export const clock = format({ hour: '2-digit', minute: '2-digit' });

const near = format({ weekday: 'long', hour: '2-digit', minute: '2-digit' });
const far = format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const day = format({ weekday: 'long', day: 'numeric', month: 'long' });

/** The day where the visitor is. */
export const date = day;

/** A day of the calendar, the same wherever one is. */
export const calendar = format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** As precise as one needs: today the time alone, this week with its day. */
export function moment(at) {
  const then = new Date(at);
  const now = new Date();
  if (then.toDateString() === now.toDateString()) return clock(then);
  return Math.abs(then - now) < 6 * 86400000 ? near(then) : far(then);
}
