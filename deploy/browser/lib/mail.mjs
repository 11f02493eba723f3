import { connect } from 'node:net';
import { eventually, stack } from './stack.mjs';

const { host, port } = stack.imap;

/** One IMAP session of the mail server that came along, which lets everybody in. */
async function session(user, lines) {
  const socket = connect(Number(port), host);
  socket.setEncoding('utf8');
  let heard = '';
  socket.on('data', (text) => { heard += text; });
  const answered = (tag) => eventually(`the mail server's ${tag}`, () => new RegExp(`^${tag} (OK|NO|BAD)`, 'm').test(heard));
  let all = '';
  for (const [at, line] of [`LOGIN "${user}" "x"`, ...lines, 'LOGOUT'].entries()) {
    socket.write(`a${at} ${line}\r\n`);
    await answered(`a${at}`);
    all = heard;
  }
  socket.end();
  return all;
}

/** What is in the address's mailbox, as it was sent but for the folding of quoted-printable. */
const mailsOf = async (address) => (await session(address, ['SELECT INBOX', 'FETCH 1:* BODY.PEEK[]']))
  .replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');

/** The path of the latest link of this kind that was mailed to the address, such as /help/l/. */
export const linkMailed = (address, kind) => eventually(`a mail with ${kind} to ${address}`, async () =>
  [...(await mailsOf(address)).matchAll(/https?:\/\/[^\s]*?(\/help\/[^\s"<]+)/g)].map((found) => found[1]).filter((path) => path.startsWith(kind)).at(-1));

/** Waits for a mail to the address with this text. */
export const mailed = (address, text) => eventually(`a mail with "${text}" to ${address}`, async () => (await mailsOf(address)).includes(text));
