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
  #clientId = null;

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
    const selfServiceSession = visited();
    for (let tried = 1; ; tried++) {
      if (!this.#proof) await this.meet();
      const proof = await this.#proof;
      // The same again after an answer that was lost: that is the same conversation.
      const clientId = this.#clientId ??= freshId();
      const answer = await fetch('/v1/widget/sessions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          site: key, clientId, website, proof, identity, topic, selfServiceSession, language: lang, pageUrl,
          visitor: name || email ? { name: name || null, email: email || null } : null,
        }),
      });
      const body = await answer.json().catch(() => ({ status: answer.status }));
      if (answer.ok) {
        this.#proof = null;
        this.#clientId = null;
        return body;
      }
      const isAboutProof = /:(proof-|too-fast)/.test(body.type || '');
      // Opened before, by a visitor who said something else of themselves.
      const isAnother = answer.status === 422;
      if (isAnother) this.#clientId = null;
      if (isAboutProof || isAnother) this.#proof = null;
      if (!(isAboutProof || isAnother) || tried === PROOF_TRIES) {
        throw Object.assign(new Error(body.title), { problem: body, retryAfter: answer.headers.get('Retry-After') });
      }
    }
  }
}
