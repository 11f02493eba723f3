import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { accessible, picture, visitor } from './lib/browser.mjs';
import { Issuer } from './lib/issuer.mjs';
import { call, stack } from './lib/stack.mjs';

const address = process.env.CARRYON_HELP_OIDC_ISSUER;
const clientId = process.env.CARRYON_HELP_OIDC_CLIENT_ID;
const skip = !(address && clientId)
  && 'Carryon and these tests are to be started with CARRYON_HELP_OIDC_ISSUER=http://127.0.0.1:PORT and CARRYON_HELP_OIDC_CLIENT_ID';
const unique = () => Math.random().toString(36).slice(2, 8);
// The provider sends browsers back to CARRYON_HELP_URL, which is where their cookies are.
const help = (path = '') => `${stack.gateway.replace('127.0.0.1', 'localhost')}/help${path}`;

let issuer;

before(async () => {
  if (skip) return;
  issuer = new Issuer(address, clientId);
  await issuer.listen();
});

after(() => issuer?.close());

async function seen(page, name) {
  for (const place of ['header', 'footer']) {
    await page.locator(`${place} a.human-button`).waitFor({ state: 'visible' });
    assert.match(await page.locator(`${place} a.phone`).getAttribute('href'), /^tel:\+?\d{5,}$/);
  }
  await accessible(page.mainFrame(), name);
  await picture(page, `portal-${name}`, { fullPage: true });
}

/** A request that the portal of this customer made. */
const request = (requester, subject) => call('portal', 'POST', `${stack.gateway}/portal/v1/requests`,
  { requester: { ...requester, verified: true }, subject, text: 'Please look at it.', language: 'en' }, { 'Idempotency-Key': randomUUID() });

/** From the portal's sign-in page to the provider and back. */
async function signIn(page) {
  await page.goto(help('/sign-in'));
  await page.locator('a[href="/help/account"]').click();
  await page.getByRole('heading', { name: 'Sign in to your account' }).waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();
}

test('signing in with an account shows the customer’s own requests', { skip }, async (t) => {
  const account = `cust-${unique()}`;
  const email = `marta-${unique()}@example.com`;
  await request({ account }, `By account ${account}`);
  await request({ email }, `By address ${account}`);
  await request({ email: `other-${unique()}@example.com`, account: `cust-${unique()}` }, `Somebody else’s ${account}`);
  issuer.user = { sub: account, name: 'Marta Nowak', email, email_verified: true };

  const page = await (await visitor(t)).newPage();
  await page.goto(help('/sign-in'));
  await page.locator('a[href="/help/account"]').waitFor();
  await seen(page, 'sign-in-account');
  await signIn(page);
  await page.getByRole('link', { name: `By account ${account}` }).waitFor();
  await page.getByRole('link', { name: `By address ${account}` }).waitFor();
  assert.equal(await page.getByText('Somebody else').count(), 0);
  assert.doesNotMatch(page.url(), /code=|state=/);
  await seen(page, 'list-account');

  await page.getByRole('link', { name: `By account ${account}` }).click();
  await page.getByRole('heading', { name: `By account ${account}` }).waitFor();
  await page.getByLabel('Your message').fill('One more thing.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('.said .you', { hasText: 'One more thing.' }).waitFor();
  await seen(page, 'request-account');
});

test('an address that the provider has not proved shows nothing', { skip }, async (t) => {
  const email = `marta-${unique()}@example.com`;
  const subject = `Not to be seen ${unique()}`;
  await request({ email }, subject);
  issuer.user = { sub: `cust-${unique()}`, email, email_verified: false };

  const page = await (await visitor(t)).newPage();
  await signIn(page);
  await page.locator('header a.human-button').waitFor();
  await page.goto(help('/requests'));
  assert.equal(await page.getByText(subject).count(), 0);
});

test('who refuses at the provider is not signed in, and told what else there is', { skip }, async (t) => {
  issuer.user = null;
  const page = await (await visitor(t)).newPage();
  await signIn(page);
  await seen(page, 'sign-in-refused');
  await page.goto(help('/requests'));
  assert.equal(await page.locator('.request').count(), 0);
});
