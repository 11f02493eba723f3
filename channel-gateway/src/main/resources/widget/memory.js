const key = `carryon:${document.body.dataset.key}`;
// What could not be written, until something can.
let kept = null;

/** What this browser remembers of the site's chat: session, outbox, draft, visit. Without storage, until the page is left. */
export function recall() {
  if (kept) return kept;
  try {
    return JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    return {};
  }
}

/** Changes some of it; what is null is forgotten. Other tabs hear of it. */
export function keep(changes) {
  const all = { ...recall(), ...changes };
  Object.keys(all).forEach((name) => all[name] === null && delete all[name]);
  try {
    localStorage.setItem(key, JSON.stringify(all));
    kept = null;
  } catch {
    kept = all;
  }
}

/** A name nobody guesses; pages without a secure context have no randomUUID. */
export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Calls back when another tab changed something. */
export function watch(changed) {
  addEventListener('storage', (event) => {
    if (event.key !== key) return;
    kept = null;
    changed(recall());
  });
}
