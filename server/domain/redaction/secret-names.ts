/** What names end with behind which a credential stands, as sources of regular expressions; `-`, `_` or nothing between. */
const endings = [
  'token',
  'secret',
  'password',
  'passwd',
  'passcode',
  'credentials?',
  'authorization',
  'cookies?',
  'signature',
  'assertion',
  ...[
    'api[-_]?key',
    'access[-_]?key',
    'private[-_]?key',
    'secret[-_]?key',
    'cryptographic[-_]?key',
    'subscriber[-_]?key',
  ],
  ...['session[-_]?id', 'code[-_]?verifier', 'presigned[-_]?url'],
]

/** A name's ending behind which a credential stands, also that of a list: `access_token`, `X-Api-Key`, `token[0]`. */
export const secretEnding = `(?:${endings.join('|')})\\]?(?:\\[\\d*\\])*`

const secretName = new RegExp(`(?:${secretEnding}|^code(?:\\[\\d*\\])*)$`, 'i')

/** Whether a credential stands behind that name in a form, a query or a header; `code` is OAuth's. */
export const isSecretName = (name: string): boolean => secretName.test(name)
