import assert from 'node:assert/strict';
import { hostPage } from './host.mjs';
import { eventually, stack } from './stack.mjs';

/** The widget on a page of the site, as a visitor handles it. */
export class Widget {
  constructor(page) {
    this.page = page;
    this.launcher = page.locator('button[aria-expanded]').first();
    this.in = page.frameLocator('iframe');
  }

  static async on(context, query) {
    const page = await context.newPage();
    await page.goto(hostPage(query));
    return new Widget(page);
  }

  /** The frame itself, to look into. */
  get frame() {
    return this.page.frames().find((frame) => frame.url().startsWith(`${stack.gateway}/widget/frame`));
  }

  async open() {
    await this.launcher.click();
    await this.in.locator('.widget').waitFor();
    return this;
  }

  /** Opens it and begins a conversation. */
  async begin(text, { name, email } = {}) {
    await this.open();
    await this.in.locator('#text').fill(text);
    if (name) await this.in.locator('#name').fill(name);
    if (email) await this.in.locator('#email').fill(email);
    await this.in.locator('.start .primary').click();
    await this.bubble(text).waitFor();
    return this;
  }

  async say(text) {
    await this.in.locator('.composer textarea').fill(text);
    await this.in.locator('.composer .send').click();
  }

  bubble(text) {
    return this.in.locator('.bubble', { hasText: text });
  }

  /** What stands in the conversation, top down. */
  said() {
    return this.in.locator('.bubble').allInnerTexts();
  }

  /** The number of the ticket the conversation became, as the visitor's own token tells. */
  async ticketNumber() {
    const { session } = await this.frame.evaluate((key) => JSON.parse(localStorage.getItem(`carryon:${key}`)), stack.site.key);
    return eventually('the number of the ticket', async () => {
      const answer = await fetch(`${stack.gateway}/v1/chat/conversation`, { headers: { 'Carryon-Chat-Token': session.sessionToken } });
      return (await answer.json()).status?.ticketNumber;
    });
  }

  /** Whatever it shows, a person is one step away. */
  async hasHuman() {
    await this.in.locator('footer .person').waitFor({ state: 'visible' });
    assert.equal(await this.in.locator('footer .person').isEnabled(), true);
    assert.match(await this.in.locator('footer .phone').getAttribute('href'), /^tel:\+?\d{5,}$/);
    await this.in.locator('footer .phone').waitFor({ state: 'visible' });
  }
}
