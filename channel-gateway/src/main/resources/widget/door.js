import { freshId } from './memory.js';
import { solve } from './proof.js';
import { visited } from './visit.js';

const { key } = document.body.dataset;
const { lang } = document.documentElement;
const FILL_TIME = 2200;
const PROOF_TRIES = 3;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Where conversations are opened, for who is no bot. */
export class Door {
  /** How the site is, as it was met last; null before. */
  site = null;
  #proof = null;
  #first = null;

  /** Learns how the site is now, and begins with its challenge. Throws when the gateway cannot be reached. */
  async meet() {
    const answer = await fetch(`/v1/widget/sites/${encodeURIComponent(key)}?language=${lang}`);
    if (!answer.ok) throw new Error(String(answer.status));
    this.site = await answer.json();
    const met = performance.now();
    this.#proof = solve(this.site.challenge).then(async (solution) => {
      await wait(Math.max(0, FILL_TIME - (performance.now() - met)));
      return solution;
    });
  }

  /** Opens a conversation and gives its session; throws the problem it was refused with. */
  async open({ name, email, website = '', topic = null, identity, pageUrl }) {
    const isFresh = !this.#first;
    for (let tried = 1; ; tried++) {
      if (!this.#proof) await this.meet();
      const proof = await this.#proof;
      // The same again after an answer that was lost: that is the same conversation.
      const first = this.#first ??= { clientId: freshId(), pageUrl, selfServiceSession: visited() };
      const answer = await fetch('/v1/widget/sessions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          ...first, site: key, website, proof, identity, topic, language: lang,
          visitor: name || email ? { name: name || null, email: email || null } : null,
        }),
      });
      const body = await answer.json().catch(() => ({ status: answer.status }));
      if (answer.ok) {
        this.#proof = null;
        this.#first = null;
        return body;
      }
      const isAboutProof = /:(proof-|too-fast)/.test(body.type || '');
      // Opened before, by a visitor who said something else of themselves.
      const isAnother = answer.status === 422;
      // Taken from the site since it was met; the site is met again, and it is asked without.
      const isTopicGone = topic && body.errors?.some(({ pointer }) => pointer === '/topic');
      if (isTopicGone) topic = null;
      const isToRetry = isAboutProof || isAnother || isTopicGone;
      if (isToRetry) this.#proof = null;
      // Nothing was opened, now or before: what is tried next need not be the same.
      if (isAnother || (isFresh && answer.status < 500)) this.#first = null;
      if (!isToRetry || tried === PROOF_TRIES) {
        throw Object.assign(new Error(body.title), { problem: body, retryAfter: answer.headers.get('Retry-After') });
      }
    }
  }
}
