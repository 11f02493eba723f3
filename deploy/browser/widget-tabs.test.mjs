import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agent } from './lib/agent.mjs';
import { accessible, picture, visitor } from './lib/browser.mjs';
import { eventually } from './lib/stack.mjs';
import { Widget } from './lib/widget.mjs';

const MOST_TABS = 5;
const unique = () => Math.random().toString(36).slice(2, 8);

/** A conversation in one tab more than it may have: the first is put out. */
async function crowded(t) {
  await agent.status('available');
  const context = await visitor(t);
  const first = await (await Widget.on(context)).begin(`In many tabs ${unique()}`);
  const ticket = await agent.ticket(await first.ticketNumber());
  const others = [];
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    const other = await (await Widget.on(context)).open();
    await other.bubble('In many tabs').waitFor();
    others.push(other);
  }
  await first.page.bringToFront();
  await first.in.locator('.status .warn', { hasText: 'too many tabs' }).waitFor();
  return { first, others, ticket };
}

test('one tab too many says so, and goes on when it is used again', async (t) => {
  const { first, others, ticket } = await crowded(t);
  await first.hasHuman();
  await accessible(first.frame, 'too many tabs');
  await picture(first.page, 'widget-crowded');
  await agent.answer(ticket, 'Said while it was put out');

  await first.in.getByRole('button', { name: 'Use it here' }).click();
  await first.bubble('Said while it was put out').waitFor();
  await first.in.locator('.status .warn').waitFor({ state: 'detached' });
  await others[0].in.locator('.status .warn', { hasText: 'too many tabs' }).waitFor();
  await others.at(-1).bubble('Said while it was put out').waitFor();
});

test('what is written in a tab that was put out is said', async (t) => {
  const { first, ticket } = await crowded(t);
  await first.say('Written in the first tab all the same');
  await agent.reads(ticket, 'Written in the first tab all the same');
  await eventually('it is sent', async () => (await first.in.locator('.own .bubble.sent').count()) === 2);
});

test('the human button of a tab that was put out asks for a person', async (t) => {
  const { first, ticket } = await crowded(t);
  await first.in.locator('footer .person').click();
  await eventually('support knows it', async () => (await agent.ticket(ticket.number)).personWanted);
  assert.equal(await first.in.locator('footer .person').getAttribute('aria-pressed'), 'true');
});
