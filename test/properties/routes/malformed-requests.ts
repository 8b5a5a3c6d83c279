/** Headers and a body for any method and path. */
export interface MalformedRequest {
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

const typed = (type: string, ...bodies: readonly (string | Buffer)[]): readonly MalformedRequest[] =>
  bodies.map((payload) => ({ headers: { 'content-type': type }, payload }))

const json = [
  ...[
    '',
    ' ',
    '{',
    '[',
    '"',
    'null',
    'true',
    '0',
    '""',
    '[]',
    '{}',
    '[null]',
    '[[]]',
    '[{}]',
    '1e999',
    'NaN',
    '\u0000',
  ],
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"from":{"seed":"nothing"}}',
  '{"from":{"snapshot":"nothing"}}',
  '{"from":{"world":"nothing"}}',
  '{"name":{"a":1},"ttl":-1}',
  '{"format":"pinterest-ads-mock/state","version":1,"sequences":{},"tables":{}}',
  '{"format":"pinterest-ads-mock/state","version":999,"sequences":{},"tables":{}}',
  '{"format":"pinterest-ads-mock/state","version":-1,"sequences":{"x":"y"},"tables":{"campaigns":[{"id":{}}]}}',
  '{"format":"pinterest-ads-mock/state","version":1.5,"sequences":{"campaigns":1e300},"tables":{"sqlite_sequence":[]}}',
  '{"format":"pinterest-ads-mock/state","version":1,"sequences":{},"tables":{"settings":[{"name":"clock","json":5}]}}',
  '{"campaigns":[{"alias":"__proto__"}],"ad_accounts":[{"alias":"a"},{"alias":"a"}]}',
  `${'['.repeat(101)}${']'.repeat(101)}`,
  `{"match":{"body_path":"${'[*]'.repeat(200)}"}}`,
]

const yaml = [
  '&a [*a]',
  '!!js/function x',
  'a: 1\na: 2',
  '\t',
  '- - - -',
  '%YAML 9.9\n---\n',
  'x: !!binary "%"',
  '---\n---\n',
]

/** Malformed bodies of every content type and of none, and malformed headers. */
export const malformedRequests: readonly MalformedRequest[] = [
  {},
  ...typed('application/json', ...json, Buffer.from([0xff, 0xfe, 0x00])),
  ...typed('application/json; charset=latin1', '{"name":"x"}'),
  ...typed(
    'application/x-www-form-urlencoded',
    'grant_type=refresh_token&refresh_token=x',
    '%zz=%',
    '=&&=',
    '__proto__=1',
  ),
  ...typed('multipart/form-data; boundary=x', '--x\r\n', ''),
  ...typed('multipart/form-data', 'x'),
  ...typed('application/yaml', ...yaml),
  ...typed('text/plain', 'x'),
  ...typed(';;;', 'x'),
  ...typed('application/octet-stream', Buffer.alloc(10)),
  ...[
    { host: '' },
    { host: '!!' },
    { origin: 'http://[' },
    { authorization: '' },
    { authorization: 'Bearer' },
    { authorization: 'Basic %' },
    { authorization: `Bearer pina_!!~${'A'.repeat(48)}` },
    { authorization: `Bearer pina_${'x'.repeat(300)}~local` },
    { authorization: `Basic ${Buffer.from('1:2').toString('base64')}` },
    { accept: 'text/markdown' },
    { accept: '/' },
    { 'accept-encoding': 'gzip;q=x, *;q=2' },
    { 'content-length': 'x' },
    { 'content-encoding': 'gzip' },
    { 'transfer-encoding': 'x' },
    { expect: 'x' },
    { range: 'bytes=5-1' },
    { 'if-none-match': '*' },
    { 'if-modified-since': 'x' },
    { 'x-mock-fault': '{' },
    { 'x-mock-fault': 'items=[{"item":-1}]' },
    { 'x-mock-token': 'x' },
    { 'sec-fetch-site': 'cross-site' },
    { 'x-http-method-override': 'DELETE' },
    { cookie: ';;;' },
  ].map((headers) => ({ headers })),
]

/** A few, for servers whose files are broken as well. */
export const fewMalformedRequests: readonly MalformedRequest[] = [
  {},
  ...typed('application/json', '{}', '[{}]', '{"from":{"seed":"twice"}}', '{"name":"fresh"}'),
  ...typed(
    'application/json',
    '{"format":"pinterest-ads-mock/state","version":1,"sequences":{},"tables":{}}',
    '{"ad_accounts":[{"alias":"shop","name":"Shop"}]}',
    '[{"name":"x","objective_type":"AWARENESS","daily_spend_cap":5000000}]',
  ),
]
