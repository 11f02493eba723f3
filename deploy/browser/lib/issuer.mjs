import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

const encoded = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/**
 * An OpenID provider in the test's own process: asks whoever comes to press a button, and signs that they are the user it
 * was told of. It keeps to what it is asked: redirect address, PKCE and nonce; each code is good once.
 */
export class Issuer {
  #key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  #codes = new Map();
  #server;

  /** @param user the claims of who signs in, or null for somebody who refuses */
  user = null;

  constructor(address, clientId) {
    this.address = address;
    this.clientId = clientId;
  }

  async listen() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(Number(new URL(this.address).port), '127.0.0.1', resolve);
    });
  }

  close() {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  async #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.address);
    const json = (body, status = 200) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/.well-known/openid-configuration') {
      json({ issuer: this.address, authorization_endpoint: `${this.address}/authorize`, token_endpoint: `${this.address}/token`, jwks_uri: `${this.address}/keys` });
    } else if (pathname === '/keys') {
      json({ keys: [{ ...this.#key.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] });
    } else if (pathname === '/authorize') {
      response.writeHead(200, { 'Content-Type': 'text/html' })
        .end(`<!doctype html><html lang="en"><title>Account</title><h1>Sign in to your account</h1><a href="${this.#back(searchParams).replaceAll('&', '&amp;')}">Go on</a></html>`);
    } else if (pathname === '/token') {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const token = this.#exchange(new URLSearchParams(Buffer.concat(chunks).toString()));
      json(token ? { access_token: 'x', token_type: 'Bearer', id_token: token } : { error: 'invalid_grant' }, token ? 200 : 400);
    } else {
      response.writeHead(404).end();
    }
  }

  #back(asked) {
    const back = new URL(asked.get('redirect_uri'));
    back.searchParams.set('state', asked.get('state'));
    if (this.user && asked.get('client_id') === this.clientId && asked.get('code_challenge_method') === 'S256') {
      const code = randomUUID();
      this.#codes.set(code, { user: this.user, challenge: asked.get('code_challenge'), nonce: asked.get('nonce'), redirect: asked.get('redirect_uri') });
      back.searchParams.set('code', code);
    } else {
      back.searchParams.set('error', 'access_denied');
    }
    return back.href;
  }

  #exchange(form) {
    const known = this.#codes.get(form.get('code'));
    this.#codes.delete(form.get('code'));
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!known || known.challenge !== challenge || known.redirect !== form.get('redirect_uri')) return null;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.address, aud: this.clientId, iat: now, exp: now + 300, nonce: known.nonce, ...known.user };
    const body = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${encoded(claims)}`;
    return `${body}.${sign('sha256', Buffer.from(body), this.#key.privateKey).toString('base64url')}`;
  }
}
