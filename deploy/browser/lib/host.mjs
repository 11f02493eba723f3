import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { stack } from './stack.mjs';

const { site } = stack;

// As strict as a careful site has it: nothing but what the widget's README asks for.
const POLICY = `default-src 'none'; style-src 'self'; script-src ${stack.gateway}; frame-src ${stack.gateway}`;

const page = ({ lang = 'en', dir = '', extra = '' }) => `<!doctype html>
<html lang="${lang}"${dir && ` dir="${dir}"`}><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/shop.css">
<script async src="${stack.gateway}/widget.js" data-key="${site.key}" ${extra}></script></head>
<body><header><h1>A shop</h1></header><main><h2>Invoices</h2><p>This page is of another origin than the widget.</p>
<p><a href="#next">A link</a></p></main></body></html>`;

const STYLE = `body { margin: 0; font: 17px/1.5 Georgia, serif; color: #222; background: #faf7f2; }
header { padding: 24px 40px; background: #243b36; color: #fff; } main { padding: 24px 40px; }
/* What sites do to their own elements must not reach the widget. */
button { background: red !important; font-size: 60px; } iframe { border: 9px solid red; } div { letter-spacing: 3px; }`;

let server;
let stranger;

const listening = (on, port) => new Promise((resolve, reject) => {
  on.once('error', reject);
  on.listen(port, '127.0.0.1', resolve);
});

before(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://host');
    if (pathname === '/shop.css') {
      response.writeHead(200, { 'Content-Type': 'text/css' }).end(STYLE);
    } else {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': POLICY })
        .end(page({ lang: searchParams.get('lang') ?? 'en', dir: searchParams.get('dir') ?? '' }));
    }
  });
  stranger = createServer((request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(
    `<h1>Not the site</h1><iframe src="${stack.gateway}/widget/frame?key=${site.key}&origin=${hostPage()}"></iframe>`));
  await listening(server, site.page);
  await listening(stranger, 0);
});

after(() => [server, stranger].forEach((one) => one?.close()));

/** The address of a page of the site, of an origin that is not the gateway's. */
export const hostPage = (query = '') => `http://127.0.0.1:${site.page}/${query}`;

/** A page of somebody else who puts the site's widget into it. */
export const strangersPage = () => `http://127.0.0.1:${stranger.address().port}/`;
