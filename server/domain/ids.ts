/** The part of an id that tells the kind of what a user has, as the real service numbers them. */
const contentType = { pin: 1n, board: 2n, user: 3n } as const

/** The shard that everything is on here: one of those whose ids have 19 digits. */
const shard = 15_001n

/** An id of 64 bits, as users, Pins and boards have them: the shard, the type, and a number within both. */
const firstOf = (type: keyof typeof contentType): bigint => (shard << 46n) | (contentType[type] << 36n)

/** Where the ids of each kind begin: the ranges seen in answers of the real service. */
const firstId = {
  ad_account: 549_755_885_175,
  campaign: 626_700_000_000,
  ad_group: 2_680_000_000_000,
  label: 1_106_000_000_000,
  ad: 687_100_000_000,
  keyword: 2_887_100_000_000,
  targeting_template: 5_841_100_000_000,
  order_line: 549_100_000_000,
  product_group_promotion: 2_681_000_000_000,
  product_group: 443_700_000_000,
  audience: 2_542_600_000_000,
  customer_list: 1_000_000,
  customer_list_upload: 3_000_000,
  conversion_tag: 2_612_500_000_000,
  board: firstOf('board'),
  board_section: 5_195_034_900_000_000_000n,
  pin: firstOf('pin'),
  media: 5_212_123_900_000_000_000n,
  user: firstOf('user'),
} as const

/** The kinds of entity that have ids. */
export type IdKind = keyof typeof firstId

const stride = 64

/** A 32-bit hash of a short text (FNV-1a): spreads, does not protect. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/**
 * The id of the nth entity of a kind: a decimal string that rises with n and depends on nothing else, so that the same
 * calls give the same ids on every run.
 */
export function idOf(kind: IdKind, sequence: number): string {
  return String(BigInt(firstId[kind]) + BigInt(sequence * stride + (hash(`${kind}${sequence}`) % stride)))
}

const firstRequestId = 1_000_000_000_000_000

/** The nth request's id, 16 digits as in `x-pinterest-rid`. */
export const requestIdOf = (sequence: number): string => String(firstRequestId + sequence)

// Every answer has such an id: putting it together from bytes takes a seventh of the time of asking for each number.
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hexOf = (byte: number): string => bytes[byte] ?? ''

/**
 * The 32 hexadecimal digits of `x-pinterest-rid-128bit` beside such an id: no other request of a run has them, and the
 * nth of every run has the same.
 */
export function longRequestIdOf(id: string): string {
  let value = Number(id) - firstRequestId
  let digits = ''
  for (let part = 1; part <= 4; part++) {
    // Steps that can be undone, so that what goes in unlike comes out unlike.
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
    value = ((value ^ (value >>> 16)) + part) >>> 0
    digits += hexOf(value >>> 24) + hexOf((value >>> 16) & 255) + hexOf((value >>> 8) & 255) + hexOf(value & 255)
  }
  return digits
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const secretLength = 48
const numberLength = 7

/**
 * The nth secret of a kind, 48 letters and digits: the same on every run, so no secret. The first seven are its number,
 * which no other of the kind has.
 */
export function secretOf(kind: 'code' | 'access_token' | 'refresh_token', sequence: number): string {
  const number = Array.from({ length: numberLength }, (_, digit) => {
    const salt = hash(`${kind}${digit}`)
    return letters[(Math.floor(sequence / letters.length ** digit) + salt) % letters.length]
  })
  // The upper bits: the lower ones of the hash depend on too little.
  const rest = Array.from({ length: secretLength - numberLength }, (_, part) => {
    return letters[hash(`${part}${kind}${sequence}`) >>> 27]
  })
  return [...number, ...rest].join('')
}

const secretEnding = new RegExp(`[_~][${letters}]{${secretLength}}$`)

/** Whether the text may be a token with such a secret: cheaper than looking for it. */
export const mayBeToken = (text: string): boolean => secretEnding.test(text)
