import { content } from './article.js';
import { h, icon } from './dom.js';
import { visit } from './visit.js';
import { calendar, t } from './words.js';

const { key } = document.body.dataset;
const { lang } = document.documentElement;
const SHORTEST = 3;
const PAUSE = 500;

/** Asks for articles, under the id of this visit. Throws when they cannot be had. */
async function ask(path, parameters = {}, options = {}) {
  const query = new URLSearchParams({ site: key, ...parameters });
  const answer = await fetch(`/v1/help/articles${path}?${query}`, {
    ...options, headers: { 'Carryon-Self-Service': visit(), ...(options.body && { 'Content-Type': 'application/json' }) },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.status === 204 ? null : answer.json();
}

/** Articles to be searched and read before anybody is asked. Nobody has to. */
export class Help {
  /** Whether it shows anything but the field to search in. */
  isOpen = false;
  #changed;
  #write;
  #pageOf;
  #field;
  #search;
  #shown = h('div', { class: 'found' });
  // There before anything is said, or it would not be read out.
  #spoken = h('p', { class: 'sr', role: 'status' });
  #asked = '';
  #results = null;
  #read = null;
  #latest = 0;
  #timer = 0;

  /**
   * @param changed is called when it opens or closes
   * @param write lets the visitor write to us
   * @param pageOf gives the address of an article's own page, or nothing
   */
  constructor({ changed, write, pageOf }) {
    this.#changed = changed;
    this.#write = write;
    this.#pageOf = pageOf;
    this.#field = h('input', { id: 'search', type: 'search', maxlength: '200', dir: 'auto', autocomplete: 'off', enterkeyhint: 'search',
      oninput: (event) => this.#typed(event) });
    this.#search = h('form', { class: 'search', role: 'search', onsubmit: (event) => { event.preventDefault(); this.#look(); } },
      h('label', { for: 'search' }, t('help.label')),
      h('div', {}, this.#field, h('button', { type: 'submit', class: 'tool', 'aria-label': t('help.search'), title: t('help.search') }, icon('search'))));
    this.element = h('div', { class: 'help' }, this.#search, this.#spoken, this.#shown);
  }

  focus() {
    (this.#shown.querySelector('[tabindex="-1"]') || this.#field).focus();
  }

  /** One step back; false when there is none. */
  back() {
    if (!this.isOpen && !this.#field.value) return false;
    if (this.#read && this.#results) this.#again();
    else {
      this.close();
      this.#field.focus();
    }
    return true;
  }

  /** Shows nothing but the field. */
  close() {
    clearTimeout(this.#timer);
    this.#latest++;
    this.#field.value = '';
    this.#asked = '';
    this.#results = null;
    this.#show(null);
  }

  #typed({ isComposing }) {
    clearTimeout(this.#timer);
    const words = this.#field.value.trim();
    if (!words) this.close();
    else if (words.length >= SHORTEST && !isComposing) this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  async #look() {
    clearTimeout(this.#timer);
    const words = this.#field.value.trim();
    if (!words || words === this.#asked) return;
    this.#asked = words;
    const mine = ++this.#latest;
    let found;
    try {
      found = await ask('', { q: words, language: lang });
    } catch {
      if (mine !== this.#latest) return;
      this.#asked = '';
      this.#results = [this.#dead(t('help.failedTitle'), t('help.failed'))];
      this.#say(t('help.failed'));
    }
    if (mine !== this.#latest) return;
    if (found) {
      const { items } = found;
      this.#results = items.length ? this.#hits(items) : [this.#dead(t('help.none', { words }), t('help.noneText'))];
      this.#say(items.length ? t('help.found', { n: items.length }) : t('help.none', { words }));
    }
    this.#show(this.#results);
  }

  #hits(items) {
    return [
      h('p', { class: 'count', 'aria-hidden': 'true' }, t('help.found', { n: items.length })),
      h('ul', { class: 'hits', 'aria-label': t('help.label') }, items.map((item) => {
        const hit = h('button', { type: 'button', class: 'hit', onclick: () => this.#open(item, hit) },
          h('strong', { dir: 'auto', lang: item.language }, item.title), h('span', { dir: 'auto', lang: item.language }, item.summary));
        return h('li', {}, hit);
      })),
      h('p', { class: 'hint' }, t('help.more')),
      this.#toWrite('secondary'),
      this.#toBack('help.back'),
    ];
  }

  #dead(title, text) {
    return h('div', { class: 'dead' }, h('h3', { dir: 'auto' }, title), h('p', {}, text), this.#toWrite('primary'), this.#toBack('help.back'));
  }

  async #open({ id, title }, hit) {
    clearTimeout(this.#timer);
    // A search under way is shown no more; the same words may be asked again.
    this.#asked = '';
    const mine = ++this.#latest;
    this.#read = hit;
    let shown;
    try {
      shown = this.#article(await ask(`/${encodeURIComponent(id)}`));
    } catch {
      shown = [this.#toBack('help.results'), h('h2', { tabindex: '-1', dir: 'auto' }, title), h('p', {}, t('help.gone')), this.#toWrite('secondary')];
    }
    if (mine !== this.#latest) return;
    this.#show(shown, true);
    this.focus();
  }

  #article({ id, title, html, language, lastVerifiedOn }) {
    const page = this.#pageOf(id);
    return [
      this.#toBack('help.results'),
      h('article', { lang: language }, h('h2', { tabindex: '-1', dir: 'auto' }, title), h('div', { class: 'text', dir: 'auto' }, content(html))),
      h('p', { class: 'hint facts' },
        lastVerifiedOn && h('span', {}, t('help.verified', { date: calendar(lastVerifiedOn) })),
        page && h('a', { href: page, target: '_blank', rel: 'noopener' }, t('help.page'))),
      this.#rating(id),
    ];
  }

  #rating(id) {
    // There from the beginning, or what it says would not be read out.
    const said = h('p', { role: 'status', tabindex: '-1' });
    const rate = async (helpful) => {
      try {
        await ask(`/${encodeURIComponent(id)}/helpful`, {}, { method: 'POST', body: JSON.stringify({ helpful }) });
      } catch {
        said.textContent = t('error.network');
        return;
      }
      said.textContent = t(helpful ? 'question.thanks' : 'help.sorry');
      const next = helpful ? null : this.#toWrite('primary');
      asked.replaceWith(next ?? '');
      // The button is gone that had the focus.
      (next ?? said).focus();
      said.scrollIntoView({ block: 'nearest' });
    };
    const button = (words, helpful) => h('button', { type: 'button', class: 'secondary', onclick: () => rate(helpful) }, words);
    const asked = h('div', { role: 'group', 'aria-labelledby': 'helpful' }, h('h3', { id: 'helpful' }, t('help.question')),
      h('div', { class: 'choice' }, button(t('question.yes'), true), button(t('question.no'), false)));
    return h('div', { class: 'rating' }, said, asked);
  }

  #toWrite(look) {
    return h('button', { type: 'button', class: `${look} write`, onclick: () => this.#write() }, t('help.write'));
  }

  #toBack(words) {
    return h('button', { type: 'button', class: 'back', onclick: () => this.back() }, icon('back'), h('span', {}, t(words)));
  }

  /** Back to what was found, where it was left. */
  #again() {
    const hit = this.#read;
    this.#show(this.#results);
    if (this.#shown.contains(hit)) hit.focus();
    else this.#field.focus();
  }

  #show(elements, isArticle = false) {
    this.isOpen = elements !== null;
    if (!isArticle) this.#read = null;
    if (!elements) this.#say('');
    this.#search.hidden = isArticle;
    this.#shown.replaceChildren(...(elements ?? []));
    this.#changed();
    this.element.closest('.view')?.scrollTo(0, 0);
  }

  #say(words) {
    this.#spoken.textContent = words;
  }
}
