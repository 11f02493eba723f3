const NS = 'carryon';
const parent = document.body.dataset.parent;

/** Tells the page around the frame, which must be one of the site's. */
export function tell(type, data = {}) {
  if (parent && window.parent !== window) window.parent.postMessage({ ns: NS, v: 1, type, ...data }, parent);
}

/** Takes what that page says, and nobody else. */
export function listen(heard) {
  addEventListener('message', (event) => {
    const message = event.data;
    if (!parent || event.source !== window.parent || event.origin !== parent) return;
    if (message && message.ns === NS && message.v === 1 && Object.hasOwn(heard, message.type)) heard[message.type](message);
  });
}
