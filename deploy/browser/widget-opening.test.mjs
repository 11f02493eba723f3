import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agent } from './lib/agent.mjs';
import { visitor } from './lib/browser.mjs';
import { eventually, stack } from './lib/stack.mjs';
import { Widget } from './lib/widget.mjs';

const unique = () => Math.random().toString(36).slice(2, 8);

/** The start of a conversation whose first answer is lost on its way; what was asked and what was answered. */
async function unanswered(t, text) {
  await agent.status('available');
  const context = await visitor(t);
  const asked = [];
  const opened = [];
  await context.route('**/v1/widget/sessions', async (route) => {
    asked.push(route.request().postDataJSON().clientId);
    const answer = await route.fetch();
    if (answer.ok()) opened.push((await answer.json()).sessionId);
    await (asked.length === 1 ? route.abort() : route.fulfill({ response: answer }));
  });
  const widget = await (await Widget.on(context)).open();
  await widget.in.locator('#text').fill(text);
  await widget.in.locator('.start .primary').click();
  await widget.in.locator('.start .error', { hasText: 'no connection' }).waitFor();
  await widget.hasHuman();
  return { widget, asked, opened };
}

test('a start whose answer was lost is one conversation', async (t) => {
  const text = `Said once ${unique()}`;
  const { widget, asked, opened } = await unanswered(t, text);
  // Searched something in between, on another page.
  await widget.frame.evaluate((key) => {
    const all = JSON.parse(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify({ ...all, visit: { id: 'searched-in-between-0123456789', since: Date.now() } }));
  }, `carryon:${stack.site.key}`);
  await widget.page.evaluate(() => history.pushState(null, '', '/elsewhere'));
  await widget.in.getByRole('button', { name: 'Close' }).click();
  await eventually('it is closed', async () => (await widget.launcher.getAttribute('aria-expanded')) === 'false');
  await widget.open();
  await widget.in.locator('.start .primary').click();
  await widget.bubble(text).waitFor();
  await eventually('it is sent', async () => (await widget.in.locator('.own .bubble.sent').count()) === 1);
  assert.equal(new Set(asked).size, 1, asked.join());
  assert.ok(opened.length > 1 && new Set(opened).size === 1, opened.join());
});

test('who says something else of themselves meanwhile begins another', async (t) => {
  const text = `Said by Ann ${unique()}`;
  const { widget, opened } = await unanswered(t, text);
  await widget.in.locator('#name').fill('Ann');
  await widget.in.locator('.start .primary').click();
  await widget.bubble(text).waitFor();
  const ticket = await agent.ticket(await widget.ticketNumber());
  assert.equal((await agent.reads(ticket, text)).author.name, 'Ann');
  assert.equal(new Set(opened).size, 2, opened.join());
});
