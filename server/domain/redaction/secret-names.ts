/**
 * The endings of names whose values are credentials, as sources of regular expressions; `-`, `_` or nothing between
 * words.
 */
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

/**
 * Matches the ending of a name whose value is a credential, also of a list: `access_token`, `X-Api-Key`, `token[0]`.
 */
export const secretEnding = `(?:${endings.join('|')})\\]?(?:\\[\\d*\\])*`

const secretName = new RegExp(`(?:${secretEnding}|^code(?:\\[\\d*\\])*)$`, 'i')

/** Tells whether the value of a name in a form, query or header is a credential; `code` is OAuth's. */
export const isSecretName = (name: string): boolean => secretName.test(name)
