import { Connection } from './connection.js';
import { keep, recall, watch } from './memory.js';
import { solve } from './proof.js';

const { key } = document.body.dataset;
const FILL_TIME = 2200;
const TYPING_EVERY = 1500;
const TYPING_SHOWN = 5000;
const PROOF_TRIES = 3;

/** A name nobody guesses; pages without a secure context have no randomUUID. */
export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is known of the conversation, and what the visitor can do in it. Says "change" whenever it is to be shown anew. */
export class Chat extends EventTarget {
  site = null;
  link = 'off';
  status = {};
  typing = null;
  question = null;
  handedOff = false;
  callback = null;
  ended = false;
  messages = [];
  pageUrl = null;
  identity = null;
  #session = null;
  #connection = null;
  #got = 0;
  #read = 0;
  #proof = null;
  #typed = 0;
  #typingTimer = 0;
  #notified = 0;

  constructor() {
    super();
    watch((kept) => this.#elsewhere(kept));
    const { session } = recall();
    if (session && new Date(session.expiresAt) > new Date()) this.#take(session);
  }

  get isOpen() {
    return this.#session !== null;
  }

  get agents() {
    return this.status.agents ?? this.site?.agents ?? 'unknown';
  }

  /** How many messages of support were not shown yet. */
  get unread() {
    return this.messages.filter(({ from, seq }) => from === 'support' && seq > this.#read).length;
  }

  /** Learns how the site is now, and begins with its challenge. Throws when the gateway cannot be reached. */
  async meet() {
    const answer = await fetch(`/v1/widget/sites/${encodeURIComponent(key)}`);
    if (!answer.ok) throw new Error(String(answer.status));
    this.site = await answer.json();
    const met = performance.now();
    this.#proof = solve(this.site.challenge).then(async (solution) => {
      await wait(Math.max(0, FILL_TIME - (performance.now() - met)));
      return solution;
    });
    this.#changed();
  }

  /** Opens a conversation; throws the problem it was refused with. */
  async open({ name, email, website = '' } = {}) {
    const clientId = freshId();
    for (let tried = 1; ; tried++) {
      if (!this.#proof) await this.meet();
      const proof = await this.#proof;
      const answer = await fetch('/v1/widget/sessions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          site: key, clientId, website, proof, identity: this.identity,
          visitor: name || email ? { name: name || null, email: email || null } : null,
          language: document.documentElement.lang, pageUrl: this.pageUrl,
        }),
      });
      const body = await answer.json().catch(() => ({ status: answer.status }));
      if (answer.ok) {
        this.#proof = null;
        keep({ session: body, outbox: null, handoff: null, read: null, draft: null });
        this.#take(body);
        return;
      }
      const isAboutProof = /:(proof-|too-fast)/.test(body.type || '');
      if (isAboutProof) this.#proof = null;
      if (!isAboutProof || tried === PROOF_TRIES) {
        throw Object.assign(new Error(body.title), { problem: body, retryAfter: answer.headers.get('Retry-After') });
      }
    }
  }

  /** Says something; it is shown at once and sent until it is acknowledged. */
  say(text, attachments = []) {
    const message = { clientId: freshId(), from: 'you', text, attachments, at: new Date().toISOString(), state: 'sending' };
    this.messages.push(message);
    keep({ outbox: [...(recall().outbox || []), { clientId: message.clientId, text, attachments, at: message.at }] });
    this.#typed = 0;
    this.#sendOut(message);
    this.#changed();
  }

  /** Tries a message again that was refused. */
  sayAgain(message) {
    message.state = 'sending';
    this.#sendOut(message);
    this.#changed();
  }

  type() {
    if (performance.now() - this.#typed > TYPING_EVERY && this.#connection?.send({ t: 'typing', on: true })) {
      this.#typed = performance.now();
    }
  }

  /** Everything there is was shown. */
  showAll() {
    if (this.#got > this.#read) {
      this.#read = this.#got;
      keep({ read: this.#read });
    }
    if (this.#read > this.#notified && this.#connection?.send({ t: 'read', upToSeq: this.#read })) this.#notified = this.#read;
  }

  /** Asks for a person; asked again after a cut until it is known to be durable. */
  handoff() {
    if (this.handedOff) return;
    keep({ handoff: true });
    this.handedOff = true;
    this.#connection?.send({ t: 'handoff' });
    this.#changed();
  }

  answer(same) {
    if (this.#connection?.send({ t: 'recognition.answer', same })) this.question.answered = same;
    this.#changed();
  }

  end() {
    if (!this.#connection?.send({ t: 'end' })) return false;
    return true;
  }

  /** Forgets the conversation here; the next one is new. */
  leave() {
    keep({ session: null, outbox: null, handoff: null, read: null });
    this.#drop();
    this.ended = false;
    this.#changed();
  }

  retry() {
    this.#connection?.retry();
  }

  /** Takes the conversation into this tab again. */
  here() {
    this.#connect();
  }

  async upload(file) {
    const answer = await this.#connection.request(`/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST', headers: { 'Content-Type': file.type || 'application/octet-stream' }, body: file,
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(body.title), { problem: { status: answer.status, ...body } });
    return body;
  }

  /** The bytes of a file of this conversation. */
  async download(id) {
    const answer = await this.#connection.request(`/files/${encodeURIComponent(id)}`);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.blob();
  }

  async slots() {
    const answer = await this.#connection.request('/callback/slots');
    if (!answer.ok) throw new Error(String(answer.status));
    const body = await answer.json();
    return body.slots ?? body.items ?? body;
  }

  /** Books a call; throws the problem it was refused with. */
  async book(number, slot) {
    const answer = await this.#connection.request('/callback', {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ number, notBefore: slot.notBefore, notAfter: slot.notAfter }),
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(body.title), { problem: { status: answer.status, ...body } });
    this.callback = { notBefore: slot.notBefore, notAfter: slot.notAfter, ...body };
    this.#changed();
  }

  #take(session) {
    this.#drop();
    this.#session = session;
    this.#read = recall().read || 0;
    this.handedOff = Boolean(recall().handoff);
    (recall().outbox || []).forEach((message) => this.messages.push({ ...message, from: 'you', state: 'sending' }));
    this.#connect();
  }

  #connect() {
    this.#connection?.stop();
    this.link = 'connecting';
    this.#connection = new Connection(this.#session, {
      frame: (frame) => this.#frame(frame),
      link: (state) => { this.link = state; this.#changed(); },
      gone: () => this.#gone(),
      lastSeq: () => this.#got,
    });
    this.#changed();
  }

  #drop() {
    this.#connection?.stop();
    this.#connection = null;
    this.#session = null;
    this.#got = 0;
    this.#read = 0;
    this.#notified = 0;
    Object.assign(this, { link: 'off', messages: [], status: {}, typing: null, question: null, handedOff: false, callback: null });
  }

  // The token is over: what was said stays readable until the visitor begins anew.
  #gone() {
    keep({ session: null, outbox: null, handoff: null });
    this.#connection?.stop();
    this.ended = true;
    this.link = 'off';
    this.#changed();
  }

  #elsewhere({ session }) {
    if (session && session.sessionId !== this.#session?.sessionId) {
      this.ended = false;
      this.#take(session);
    }
  }

  #sendOut({ clientId, text, attachments }) {
    const frame = { t: 'msg', clientId, text };
    if (attachments?.length) frame.attachments = attachments.map(({ id }) => ({ id }));
    this.#connection?.send(frame);
  }

  #frame(frame) {
    this.#taken[frame.t]?.(frame);
    this.#changed();
  }

  #taken = {
    welcome: (frame) => {
      this.status = { ...this.status, agents: frame.agents };
      this.messages.filter(({ state }) => state === 'sending').forEach((message) => this.#sendOut(message));
      if (recall().handoff === true) this.#connection.send({ t: 'handoff' });
    },
    'msg.new': (frame) => this.#add(frame),
    ack: (frame) => {
      const message = this.messages.find(({ clientId }) => clientId === frame.clientId);
      if (message) this.#place(message, frame);
    },
    status: ({ t: _, ...status }) => { this.status = { ...status, agents: status.agents ?? this.status.agents }; },
    typing: ({ on, name }) => {
      clearTimeout(this.#typingTimer);
      this.typing = on ? { name } : null;
      if (on) this.#typingTimer = setTimeout(() => { this.typing = null; this.#changed(); }, TYPING_SHOWN);
    },
    recognition: ({ text, language, answers }) => { this.question = { text, language, answers }; },
    'recognition.answered': ({ same }) => { this.question = this.question && { ...this.question, answered: same }; },
    handoff: () => { this.handedOff = true; keep({ handoff: 'durable' }); },
    callback: ({ notBefore, notAfter }) => { this.callback = { notBefore, notAfter }; },
    ended: () => this.#gone(),
    end: () => this.#gone(),
    error: ({ clientId, problem }) => {
      const message = this.messages.find((known) => known.clientId === clientId && !known.seq);
      // What is refused for good is not sent by itself again.
      if (message && problem.status < 500 && problem.status !== 429) message.state = 'failed';
    },
  };

  #add(frame) {
    const own = frame.clientId && this.messages.find(({ clientId }) => clientId === frame.clientId);
    if (own) {
      this.#place(own, frame);
      return;
    }
    if (this.messages.some(({ seq }) => seq === frame.seq)) return;
    if (frame.from === 'support') this.typing = null;
    const message = { ...frame, state: 'sent' };
    this.messages.push(message);
    this.#place(message, frame);
  }

  #place(message, { seq, at }) {
    Object.assign(message, { seq, at: at ?? message.at, state: 'sent' });
    const outbox = (recall().outbox || []).filter(({ clientId }) => clientId !== message.clientId);
    keep({ outbox: outbox.length ? outbox : null });
    this.messages.sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0);
    // Only what is there without gaps need not be asked for again.
    const places = new Set(this.messages.map((known) => known.seq));
    while (places.has(this.#got + 1)) this.#got++;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
