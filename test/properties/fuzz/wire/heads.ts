import { adding, bytesOf, type Message, setting, type Variation, without } from './message.ts'

/** The bytes with the head's line ends replaced. */
const lined = (message: Message, end: string): Buffer => {
  const head = bytesOf({ ...message, body: Buffer.alloc(0) }).toString('latin1')
  return Buffer.concat([Buffer.from(head.replaceAll('\r\n', end), 'latin1'), message.body])
}

const methods = ['FOO', 'get', 'gEt', 'CONNECT', 'TRACE', 'PROPFIND', 'QUERY', 'PRI', 'SOURCE', 'M-SEARCH', 'G\0T', '']
const versions = ['HTTP/0.9', 'HTTP/1.2', 'HTTP/2.0', 'HTTP/9.9', 'HTTP/11', 'http/1.1', 'HTTP/1.1 x', 'RTSP/1.0', '']
const targets = [
  '*',
  '',
  'localhost:443',
  'http://',
  'http://[',
  'https://a@b:c/v5',
  '//',
  'v5/ad_accounts',
  '/%',
  '/\0',
]
const expectations = ['miracles', '100-continue, miracles', '', '200-ok', '100-CONTINUE']
const lines = [
  'no colon',
  ': no name',
  'a b: c',
  'x : y',
  ' leading: x',
  'x\0y: z',
  'x: \0',
  'x: \x7f',
  'x: a\rb',
  '\xe9: x',
]

/** The message with such a line among its headers. */
const withLine = (message: Message, line: string): Buffer =>
  Buffer.from(bytesOf(message).toString('latin1').replace('\r\n', `\r\n${line}\r\n`), 'latin1')

/** Ways of beginning a request that HTTP/1.1 refuses, or that no operation has. */
export const wrongHeads: readonly Variation[] = [
  (message, random) => ({ ...message, method: random.of(methods) }),
  (message, random) => ({ ...message, version: random.of(versions) }),
  (message, random) => ({ ...message, target: random.of(targets) }),
  (message, random) => ({ ...message, method: 'OPTIONS', target: random.of(targets) }),
  (message) => ({ ...message, target: message.target + '/x'.repeat(10_000) }),
  (message) => ({ ...message, target: `${message.target}&x=${'y'.repeat(14_000)}` }),
  (message) => ({ ...message, target: `${message.target}\xe9\u00fc` }),
  (message, random) => lined(message, random.of(['\n', '\r', '\n\r', '\r\r\n', '\0'])),
  (message, random) => withLine(message, random.of(lines)),
  (message) => withLine(message, 'x-folded: one\r\n two\r\n\tthree'),
  (message) => withLine(message, ' first: folded into the first line'),
  (message) => adding(message, 'x-long', 'y'.repeat(20_000)),
  (message) => ({ ...message, headers: [...message.headers, ...Array(3000).fill(['a', 'b'])] }),
  (message) => without(message, 'host'),
  (message) => adding(message, 'host', 'other'),
  (message, random) => setting(message, 'host', random.of(['', 'a b', '\xe9', '[::1', 'a:b:c', '<script>', '%zz'])),
  (message, random) => setting(message, 'expect', random.of(expectations)),
  (message, random) => setting(setting(message, 'expect', random.of(expectations)), 'connection', 'close'),
  (message) => adding(message, 'authorization', 'Bearer other'),
  (message) => Buffer.from(`GET ${message.target}\r\n`, 'latin1'),
  () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0', 'latin1'),
  () => Buffer.from([0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3]),
]
