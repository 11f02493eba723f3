import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomUUID } from 'node:crypto';
import { agent } from './lib/agent.mjs';
import { accessible, picture, visitor } from './lib/browser.mjs';
import { linkMailed, mailed } from './lib/mail.mjs';
import { call, eventually, stack } from './lib/stack.mjs';

const unique = () => Math.random().toString(36).slice(2, 8);
const help = (path = '') => `${stack.gateway}/help${path}`;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const PLACES = [['home', ''], ['new', '/requests/new'], ['human', '/human'], ['callback', '/callback'], ['sign-in', '/sign-in'], ['status', '/status?reference=none']];

/** A page looked at: a person is one step away above and below, axe finds nothing serious, and there is a picture. */
async function seen(page, name) {
  for (const place of ['header', 'footer']) {
    await page.locator(`${place} a.human-button`).waitFor({ state: 'visible' });
    assert.match(await page.locator(`${place} a.phone`).getAttribute('href'), /^tel:\+?\d{5,}$/);
  }
  await accessible(page.mainFrame(), name);
  await picture(page, `portal-${name}`, { fullPage: true });
}

/** Nothing has to be scrolled sideways. */
async function fits(page, name) {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than the window`);
}

/** Goes on by the Tab key until this has the focus, which can then be seen. */
async function tabTo(page, selector) {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      return focused.matches(wanted) && getComputedStyle(focused).outlineStyle !== 'none';
    }, selector);
    if (reached) return;
  }
  assert.fail(`${selector} cannot be reached by the keyboard`);
}

/** Makes a request as a stranger; returns its reference. */
async function request(page, { email, subject, text }) {
  await page.goto(help('/requests/new'));
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('In a few words').fill(subject);
  await page.getByLabel('What happened?').fill(text);
  // A person takes longer than this to fill it in.
  await page.waitForTimeout(2100);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('heading', { name: 'We have it' }).waitFor();
  return page.locator('.reference').innerText();
}

const ticketOf = (reference) => eventually(`the ticket of ${reference}`, async () => {
  const { body } = await call('portal', 'GET', `${stack.gateway}/portal/v1/requests/${reference}`);
  return body.ticketNumber && agent.ticket(body.ticketNumber);
});

test('from a request to the survey', async (t) => {
  const page = await (await visitor(t)).newPage();
  const email = `marta-${unique()}@example.com`;
  await page.goto(help());
  await seen(page, 'home');
  await page.getByRole('link', { name: 'New request' }).click();
  await seen(page, 'new');
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.locator('#wrong').waitFor();
  await seen(page, 'new-wrong');

  const text = `You charged the basic fee twice, on 3 and 4 May.\nPlease look at it. ${unique()}`;
  const reference = await request(page, { email, subject: 'The invoice for May is wrong', text });
  await seen(page, 'sent');
  await page.goto(help(`/requests/${reference}`));
  await page.getByRole('heading', { name: 'This page is not here' }).waitFor();
  await seen(page, 'not-found');

  await page.goto(`${stack.gateway}${await linkMailed(email, '/help/l/')}`);
  await page.getByRole('heading', { name: 'The invoice for May is wrong' }).waitFor();
  assert.doesNotMatch(page.url(), /\/l\//);
  const ticket = await ticketOf(reference);
  await agent.reads(ticket, 'You charged the basic fee twice');
  await agent.answer(ticket, 'You are right: a credit note of 12.90 is on its way.\n<b>Sorry</b> for the trouble.');
  await eventually('the answer in the request', async () => {
    await page.reload();
    return page.locator('.said .support').count();
  });
  assert.equal(await page.locator('.said b').count(), 0, 'markup of an answer is text');
  await page.getByLabel('Your message').fill('Thank you. Here is a picture of it.');
  await page.locator('#files').setInputFiles({ name: 'invoice.png', mimeType: 'image/png', buffer: PNG });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('status').waitFor();
  await agent.reads(ticket, 'Here is a picture of it.');
  await seen(page, 'request');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await seen(page, 'request-small-rtl');
  await fits(page, 'request');
  await page.reload();
  await seen(page, 'request-small');
  await fits(page, 'request');
  await page.setViewportSize({ width: 1000, height: 820 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /invoice\.png/ }).click()]);
  assert.equal(download.suggestedFilename(), 'invoice.png');

  await page.getByRole('link', { name: 'Have us call you' }).click();
  if (await page.locator('#slot').count()) {
    await page.getByLabel('Your phone number').fill('+49 30 5550199');
    await seen(page, 'callback');
    await page.getByRole('button', { name: 'Book the call' }).click();
    await page.getByText('We call you:').waitFor();
  } else {
    await page.goBack();
  }
  await page.getByRole('button', { name: 'It is solved' }).click();
  await eventually('the survey', async () => {
    await page.goto(help(`/requests/${reference}`));
    return page.locator('.scores').count();
  });
  await seen(page, 'solved');
  await page.getByLabel('5', { exact: true }).check();
  await page.getByLabel('What should we know?').fill('Quick and friendly.');
  await page.getByRole('button', { name: 'Send rating' }).click();
  await page.getByText('Thank you for telling us.').waitFor();
  assert.equal(await page.locator('.scores').count(), 0);
  await page.getByRole('button', { name: 'It is not solved' }).click();
  await eventually('the request is open again', async () => {
    await page.goto(help(`/requests/${reference}`));
    return page.getByRole('button', { name: 'It is solved' }).count();
  });
});

test('the answer comes by mail to whoever does not look at the request', async (t) => {
  const page = await (await visitor(t)).newPage();
  const email = `marta-${unique()}@example.com`;
  const reference = await request(page, { email, subject: 'Where is my parcel?', text: 'It should have come on Monday.' });
  await linkMailed(email, '/help/l/');
  const ticket = await ticketOf(reference);
  await agent.answer(ticket, 'It arrives tomorrow before noon.');
  await mailed(email, 'It arrives tomorrow before noon.');
  await page.goto(`${stack.gateway}${await linkMailed(email, '/help/l/')}`);
  await page.locator('.said .support', { hasText: 'It arrives tomorrow' }).waitFor();
});

test('signing in by a mailed link, by keyboard alone, in German and in the dark', async (t) => {
  const context = await visitor(t, { locale: 'de-DE', colorScheme: 'dark' });
  const email = `marta-${unique()}@example.com`;
  await call('portal', 'POST', `${stack.gateway}/portal/v1/requests`,
    { requester: { email }, subject: 'Wo bleibt mein Paket?', text: 'Es sollte am Montag kommen.' }, { 'Idempotency-Key': randomUUID() });
  const page = await context.newPage();
  await page.goto(help('/sign-in'));
  await page.locator('#email').focus();
  await page.keyboard.type(email);
  await page.waitForTimeout(2100);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihre E-Mails' }).waitFor();
  await page.goto(`${stack.gateway}${await linkMailed(email, '/help/sign-in/')}`);
  await seen(page, 'sign-in-link-dark');
  await page.locator('main button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Meine Anfragen' }).waitFor();
  await page.getByRole('link', { name: /Wo bleibt mein Paket/ }).waitFor();
  await seen(page, 'list-dark');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await tabTo(page, '.request');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Wo bleibt mein Paket?' }).waitFor();
  await tabTo(page, '#text');
  await page.keyboard.type('Ist es schon unterwegs?');
  await tabTo(page, 'form[action$="/messages"] button');
  await page.keyboard.press('Enter');
  await page.locator('.said .you', { hasText: 'Ist es schon unterwegs?' }).waitFor();
  await seen(page, 'request-dark');
});

test('on a telephone', async (t) => {
  const page = await (await visitor(t, { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true })).newPage();
  for (const [name, path] of PLACES) {
    await page.goto(help(path));
    await seen(page, `small-${name}`);
    await fits(page, name);
  }
});

test('from right to left', async (t) => {
  const page = await (await visitor(t)).newPage();
  for (const [name, path] of PLACES) {
    await page.goto(help(path));
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await seen(page, `rtl-${name}`);
    await fits(page, name);
  }
});

test('without scripts the mailed link makes the request', async (t) => {
  const page = await (await visitor(t, { javaScriptEnabled: false })).newPage();
  const email = `marta-${unique()}@example.com`;
  await page.goto(help('/requests/new'));
  await page.locator('#email').fill(email);
  await page.locator('#subject').fill('No scripts here');
  await page.locator('#text').fill('I do without.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('heading', { name: 'Please look at your mail' }).waitFor();
  await page.goto(`${stack.gateway}${await linkMailed(email, '/help/confirm/')}`);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('heading', { name: 'No scripts here' }).waitFor();
});
