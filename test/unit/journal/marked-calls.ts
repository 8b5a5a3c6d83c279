import { type Operation, operations } from '#openapi/operations.ts'

/** What no output may have, in whatever letters. */
export const mark = 'S3CR3TMARK'

/** As the real service issues tokens. */
export const token = `pina_${mark}0123456789`

/** A secret that only its place tells. */
export const placed = `${mark}-in-its-place`

/** The secrets in the server's own options. */
export const known = {
  control: `${mark}-control`,
  declared: `${mark}/declared+"token"`,
  app: `${mark}+app:secret`,
} as const

const anywhere = [token, `x ${token} y`, known.control, known.declared, known.app]
const secretNames = [
  'access_token',
  'refresh_token',
  'client_secret',
  'code',
  'id_token',
  'conversion_token',
  'token',
  'password',
  'api_key',
  'oauth_signature',
]

/** One call in which a secret stands in one place. */
export interface MarkedCall {
  readonly what: string
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const encoded = (text: string): string => encodeURIComponent(text)
/** Each letter as a code, as nobody need write it and everybody may. */
const hidden = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

const filled = ({ path }: Operation, value = '1'): string =>
  `/v5${path.replace('{ad_account_id}', value === '1' ? '549755885262' : value).replaceAll(/{\w+}/g, value)}`

/** Secrets in every place of a call's URL. */
const inUrl = (operation: Operation): readonly MarkedCall[] => {
  const { method } = operation
  const urls = [
    ...anywhere
      .flatMap((secret) => [encoded(secret), hidden(secret), encoded(encoded(secret))])
      .map((secret) => filled(operation, secret)),
    ...anywhere.map((secret) => `${filled(operation)}?page_size=${encoded(secret)}&ad_account_id=${hidden(secret)}`),
    ...anywhere.map((secret) => `${filled(operation)}?bookmark=${encoded(secret)}&${hidden(secret)}=1`),
    ...secretNames.map((name) => `${filled(operation)}?a=1&${name}=${placed}&${name}[]=${placed}`),
    ...secretNames.map((name) => `${filled(operation)}?${hidden(name)}=${placed};${name}=${encoded(placed)}`),
    `${filled(operation)}/${token}`,
    `${filled(operation)}/${token}%zz?access_token=${placed}`,
    `/w/${token}${filled(operation)}`,
    `/w/${encoded(known.declared)}${filled(operation)}`,
  ]
  return urls.map((url) => ({ what: `${operation.id} ${url}`, method, url }))
}

const inHeaders = (operation: Operation): readonly MarkedCall[] => {
  const headers: Readonly<Record<string, string>>[] = [
    ...['Bearer', 'Basic', 'Digest', placed].map((scheme) => ({ authorization: `${scheme} ${placed}` })),
    { authorization: `Basic ${Buffer.from(`${mark}:${known.app}`).toString('base64')}` },
    { authorization: token },
    ...['cookie', 'proxy-authorization', 'x-api-key', 'x-mock-token', 'x-auth-token', 'x-amz-security-token'].map(
      (name) => ({
        [name]: placed,
      }),
    ),
    ...[
      'user-agent',
      'x-request-id',
      'accept-language',
      'x-mock-fault',
      'from',
      'content-language',
      'x-anything',
    ].flatMap((name) => anywhere.map((secret) => ({ [name]: secret }))),
    { referer: `http://localhost/?access_token=${placed}&code=${placed}` },
    { 'x-original-url': `/x?${hidden('client_secret')}=${placed}` },
    { [token.toLowerCase()]: '1' },
    { host: `${token}.example` },
    { 'content-type': `application/json; boundary=${token}` },
  ]
  return headers.map((one) => ({
    what: `${operation.id} ${JSON.stringify(one)}`,
    method: operation.method,
    url: filled(operation),
    headers: one,
  }))
}

/** What has the secrets at every depth, as keys and as values. */
const trees = (): readonly unknown[] => [
  ...anywhere.flatMap((secret) => [
    secret,
    [secret],
    { name: secret },
    [{ name: secret, deep: [{ [secret]: [secret] }] }],
  ]),
  ...secretNames.flatMap((name) => [
    { [name]: placed },
    [{ [name]: [placed, { [name]: placed }] }],
    { grant_type: placed === name ? '' : name, [name]: { value: placed } },
  ]),
]

const escapedJson = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)

const inBody = (operation: Operation): readonly MarkedCall[] => {
  const texts = trees().map((tree) => JSON.stringify(tree))
  const cut = texts.map((text) => text.slice(0, -1))
  // Of what is longer than the journal keeps, the journal has the beginning.
  const long = operation.id === 'campaigns/create' ? texts.slice(0, 30).map((text) => text + ' '.repeat(70_000)) : []
  const json = [...texts, ...texts.map(escapedJson), ...cut, ...long]
  const forms = [
    ...anywhere.map((secret) => `grant_type=${encoded(secret)}&${encoded(secret)}=1`),
    ...secretNames.map((name) => `grant_type=authorization_code&${hidden(name)}=${placed}&${name}=${placed}`),
    `grant_type=refresh_token&refresh_token=${token}&scope=${token}`,
  ]
  const parts = `--x\r\ncontent-disposition: form-data; name="client_secret"\r\n\r\n${placed}\r\n--x--\r\n`
  const call = (type: string, body: string): MarkedCall => ({
    what: `${operation.id} ${type} ${body.slice(0, 100)}`,
    method: operation.method,
    url: filled(operation),
    headers: { 'content-type': type },
    body,
  })
  return [
    ...json.map((body) => call('application/json', body)),
    ...forms.map((body) => call('application/x-www-form-urlencoded', body)),
    call('multipart/form-data; boundary=x', parts),
    call('text/plain', token),
    call('application/xml', `<access_token>${placed}</access_token>`),
  ]
}

/** One operation of each kind: every method, with and without a body, a form, and a batch. */
const kinds = [
  'ad_accounts/list',
  'ad_accounts/create',
  'campaigns/create',
  'campaigns/update',
  'campaigns/get',
  'ads/list',
  'labels/create',
  'pins/delete',
  'boards/update',
  'events/create',
  'oauth/token',
  'token/revoke',
  'get/business_employers',
]

/** Those of them that secrets are sent to in bodies: one object, a list of them, a form, and what takes no body. */
const withBody = ['ad_accounts/create', 'campaigns/create', 'oauth/token', 'token/revoke', 'pins/delete']

/** Calls with secrets in every place: of each kind of operation in all places, of all others in their path and query. */
export function markedCalls(): readonly MarkedCall[] {
  const ofKinds = operations.filter(({ id }) => kinds.includes(id))
  const others = operations.filter(({ id }) => !kinds.includes(id))
  return [
    ...ofKinds.flatMap((operation) => [...inUrl(operation), ...inHeaders(operation)]),
    ...ofKinds.filter(({ id }) => withBody.includes(id)).flatMap(inBody),
    ...others.map((operation) => {
      const url = `${filled(operation, token)}?access_token=${placed}&${token}=1`
      return { what: operation.id, method: operation.method, url }
    }),
    { what: 'nothing', method: 'GET', url: `/${token}?token=${placed}` },
    { what: 'a method', method: 'PUT', url: `/v5/ad_accounts?token=${placed}` },
    { what: 'a URL', method: 'GET', url: `/v5/${token}/%zz?token=${placed}` },
  ]
}

/** How many kinds are named, and how many of them there are. */
export const kindCount = { named: kinds.length, found: operations.filter(({ id }) => kinds.includes(id)).length }
